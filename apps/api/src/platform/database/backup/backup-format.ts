import { z } from 'zod'

/** The first line of a backup. It is a gzip of lines: this, `["table",{row}]` for each row, and `{"rows":n,"seal":…}` at the end. */
export const backupHeaderSchema = z.object({
  waybill: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** Columns by table, in an order in which each row finds what it refers to. */
  tables: z.record(z.string(), z.array(z.string())),
  /** Ids of the secret keys that texts in it are encrypted with, and how many: never a key. */
  keys: z.record(z.string(), z.number()),
  /** Id of the secret key that it is sealed with; those of before December 2026 are not. */
  sealedBy: z.string().optional(),
})

export type BackupHeader = z.infer<typeof backupHeaderSchema>

export const backupEndSchema = z.object({ rows: z.number(), seal: z.string().optional() })

export type BackupEnd = z.infer<typeof backupEndSchema>

/** What a backup cannot be, in a line for who asked for it. */
export class BackupError extends Error {}

/** Who is signed in, counters and answers to repeats: none of it should come back. */
export const NOT_KEPT: readonly string[] = ['sessions', 'rate_counters', 'idempotency_keys', '_prisma_migrations']
