import { AsyncLocalStorage } from 'node:async_hooks'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../errors/app-error.ts'
import type { Cipher } from '../keys/cipher.ts'
import { recordAudit, type AuditEntry } from '../audit/audit-log.ts'
import { answerPlace, keepAnswer, type KeyClaim } from './idempotency-repository.ts'
import type { TenantClient } from '../database/tenant-db.ts'

/** The key of the request that runs, and what is kept under it so far. */
export interface RunningClaim extends KeyClaim {
  cipher: Pick<Cipher, 'encrypt'>
  /** What the route is going to answer, where that is not the uid of what the audit event names. */
  answer?: object
  warnings?: string
  kept?: SentAnswer
}

export interface SentAnswer {
  status: number
  text: string
  auditUid: string
  /** Of the header; empty without any. */
  warnings: string
}

const CREATED = 201

const running = new AsyncLocalStorage<RunningClaim>()

/** Runs a handler with its key at hand, however deep its transaction stands. */
export const runWithClaim = (claim: RunningClaim, handle: () => void): void => running.run(claim, handle)

/** For what is answered beyond the uid of the resource in the audit event, or in its place: call it before the event is written. */
export function willAnswer(body: object, { warnings = '' }: { warnings?: string } = {}): void {
  const claim = running.getStore()
  if (claim) Object.assign(claim, { answer: body, warnings })
}

/**
 * Writes the audit event of what a request creates, and keeps its answer under its key, if it has one, in the same transaction:
 * a server that is killed leaves both or neither.
 *
 * @returns the event's uid.
 * @throws AppError IdempotencyKeyInUse when the lease ran out and another request took the key up, which undoes the effect.
 */
export async function recordEffect(db: TenantClient, entry: AuditEntry): Promise<string> {
  const auditUid = await recordAudit(db, entry)
  const claim = running.getStore()
  if (!claim) return auditUid
  const text = JSON.stringify(claim.answer ?? { uid: entry.resource.uid })
  await keep(db, claim, { status: CREATED, text, auditUid, warnings: claim.warnings ?? '' })
  return auditUid
}

/** Keeps what was sent, unless it is what was kept with the effect. */
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
