import { z } from 'zod'
import { OperatorError } from '../../errors/operator-error.ts'

/**
 * The first line of a backup. The file is gzipped lines: this header, `["table",{row}]` for each row, and
 * `{"rows":n,"seal":…}` at the end.
 */
export const backupHeaderSchema = z.object({
  waybill: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** Columns by table, in an order in which every row comes after those it refers to. */
  tables: z.record(z.string(), z.array(z.string())),
  /** How many texts are encrypted with each secret key, by the key's id. Never a key. */
  keys: z.record(z.string(), z.number()),
  /** Id of the secret key that it is sealed with. Backups from before December 2026 have no seal. */
  sealedBy: z.string().optional(),
})

export type BackupHeader = z.infer<typeof backupHeaderSchema>

export const backupEndSchema = z.object({ rows: z.number(), seal: z.string().optional() })

export type BackupEnd = z.infer<typeof backupEndSchema>

/** Why a backup cannot be made or restored. */
export class BackupError extends OperatorError {}

/** Sign-ins, counters and stored answers to repeated requests: none of them should come back. */
export const NOT_KEPT: readonly string[] = ['sessions', 'rate_counters', 'idempotency_keys', '_prisma_migrations']
