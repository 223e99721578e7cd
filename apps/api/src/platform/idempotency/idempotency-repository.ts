import { z } from 'zod'
import { isGone } from '../database/upkeep/lifeline.ts'
import { Prisma } from '../database/prisma.ts'
import type { TenantClient, TenantDb } from '../database/tenant-db.ts'
import { INSTALLATION } from '../database/tenant-scope.ts'
import type { CipherPlace } from '../keys/cipher.ts'

/** Longer than any request may take: after it, the server that holds a key without an answer counts as killed. */
const LEASE_SECONDS = 60
const KEPT_HOURS = 24

export interface KeyClaim {
  digest: Uint8Array<ArrayBuffer>
  fingerprint: Uint8Array<ArrayBuffer>
  /** Random, identifies the claim that holds the key. */
  word: string
}

interface NewClaim extends KeyClaim {
  /** The process's lifeline number. */
  holder: number | null
}

export interface KeptAnswer {
  status: number
  /** Encrypted. */
  body: Uint8Array<ArrayBuffer>
  auditUid: string
  /** The warnings header; empty if there is none. */
  warnings: string
}

/** The digest already covers the tenant, so a key that was claimed before its tenant existed keeps the same place. */
export const answerPlace = ({ digest }: Pick<KeyClaim, 'digest'>): CipherPlace => ({
  tenantUid: INSTALLATION,
  table: 'idempotency_keys',
  row: Buffer.from(digest).toString('hex'),
  column: 'body',
})

const heldSchema = z.array(
  z.object({
    fingerprint: z.instanceof(Uint8Array),
    status: z.number().nullable(),
    body: z.instanceof(Uint8Array).nullable(),
    audit_uid: z.string(),
    warnings: z.string(),
  }),
)

const isFree = Prisma.sql`(idempotency_keys.created_at < now() - make_interval(hours => ${KEPT_HOURS}::int)
  OR (idempotency_keys.status IS NULL AND (
    -- Further away than any lease: the clock was set back since.
    idempotency_keys.leased_until NOT BETWEEN now() AND now() + make_interval(secs => 2 * ${LEASE_SECONDS}::int)
    OR ${isGone(Prisma.sql`idempotency_keys.holder`)})))`

export function createIdempotencyKeys(db: TenantDb) {
  const tenantUid = db.$tenantUid
  return {
    /** @returns undefined if the key is free */
    async findHeld(digest: KeyClaim['digest']) {
      const rows = await db.$queryRaw`SELECT fingerprint, status, body, audit_uid, warnings FROM idempotency_keys
        WHERE digest = ${digest} AND tenant_uid = ${tenantUid} AND NOT ${isFree}`
      return heldSchema.parse(rows)[0]
    },
    /** @returns false if another claim holds the key */
    async take({ digest, fingerprint, word, holder }: NewClaim): Promise<boolean> {
      const taken = await db.$executeRaw`
        INSERT INTO idempotency_keys (digest, tenant_uid, fingerprint, claim, holder, leased_until)
        VALUES (${digest}, ${tenantUid}, ${fingerprint}, ${word}, ${holder}, now() + make_interval(secs => ${LEASE_SECONDS}::int))
        ON CONFLICT (digest) DO UPDATE SET fingerprint = excluded.fingerprint, claim = excluded.claim, holder = excluded.holder, status = NULL,
          body = NULL, audit_uid = '', warnings = '', leased_until = excluded.leased_until, created_at = now()
        WHERE ${isFree}`
      return taken === 1
    },
    /** A key with an answer stays: its effect happened. */
    async release({ digest, word }: Pick<KeyClaim, 'digest' | 'word'>): Promise<void> {
      await db.idempotencyKey.deleteMany({ where: { digest, claim: word, status: null } })
    },
  }
}

/** @returns false if the key is no longer this claim's: a transaction must then roll its effect back */
export async function keepAnswer(
  db: TenantClient,
  { digest, word }: Pick<KeyClaim, 'digest' | 'word'>,
  { status, body, auditUid, warnings }: KeptAnswer,
): Promise<boolean> {
  // The first transaction of a new tenant stores its answer under a key that is older than the tenant.
  const kept = await db.$executeRaw`
    UPDATE idempotency_keys SET status = ${status}, body = ${body}, audit_uid = ${auditUid}, warnings = ${warnings}
    WHERE digest = ${digest} AND claim = ${word} AND tenant_uid IN (${db.$tenantUid}, ${INSTALLATION})`
  return kept === 1
}
