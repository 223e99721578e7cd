import { AsyncLocalStorage } from 'node:async_hooks'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../errors/app-error.ts'
import type { Cipher } from '../keys/cipher.ts'
import { recordAudit, type AuditEntry } from '../audit/audit-log.ts'
import { answerPlace, keepAnswer, type KeyClaim } from './idempotency-repository.ts'
import type { TenantClient } from '../database/tenant-db.ts'

/** The key of the running request, and what is stored under it so far. */
export interface RunningClaim extends KeyClaim {
  cipher: Pick<Cipher, 'encrypt'>
  /** What the route will answer, if not the uid of the resource in the audit event. */
  answer?: object
  warnings?: string
  kept?: SentAnswer
}

export interface SentAnswer {
  status: number
  text: string
  auditUid: string
  /** The warnings header; empty if there is none. */
  warnings: string
}

const CREATED = 201

const running = new AsyncLocalStorage<RunningClaim>()

/** Runs a handler with its key available at any call depth. */
export const runWithClaim = (claim: RunningClaim, handle: () => void): void => running.run(claim, handle)

/**
 * Sets the answer to store under the key, if it is more than, or other than, the uid of the resource in the audit
 * event. Call it before writing the event.
 */
export function willAnswer(body: object, { warnings = '' }: { warnings?: string } = {}): void {
  const claim = running.getStore()
  if (claim) Object.assign(claim, { answer: body, warnings })
}

/**
 * Writes the audit event of what a request creates, and stores the answer under its idempotency key, if any, in the
 * same transaction: a killed server leaves both or neither.
 * @returns the event's uid
 * @throws AppError IdempotencyKeyInUse if the lease ran out and another request took the key over; this rolls the
 * effect back
 */
export async function recordEffect(db: TenantClient, entry: AuditEntry): Promise<string> {
  const auditUid = await recordAudit(db, entry)
  const claim = running.getStore()
  if (!claim) return auditUid
  const text = JSON.stringify(claim.answer ?? { uid: entry.resource.uid })
  await keep(db, claim, { status: CREATED, text, auditUid, warnings: claim.warnings ?? '' })
  return auditUid
}

/** Stores what was sent, unless the same was stored with the effect. */
export async function keepWhatWasSent(db: TenantClient, claim: RunningClaim, sent: SentAnswer): Promise<void> {
  if (!isDeepStrictEqual(claim.kept, sent)) await keep(db, claim, sent)
}

async function keep(db: TenantClient, claim: RunningClaim, answer: SentAnswer) {
  const { text, ...head } = answer
  const body = claim.cipher.encrypt(text, answerPlace(claim))
  const isKept = await keepAnswer(db, claim, { ...head, body })
  if (!isKept) throw new AppError('IdempotencyKeyInUse', { retryAfterSeconds: 1 })
  claim.kept = answer
}
