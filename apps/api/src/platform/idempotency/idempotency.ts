import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { findCaller } from '../access/access.ts'
import type { Cipher } from '../keys/cipher.ts'
import { keepWhatWasSent, runWithClaim, type RunningClaim, type SentAnswer } from './idempotency-claim.ts'
import { answerPlace, createIdempotencyKeys } from './idempotency-repository.ts'
import type { Lifeline } from '../database/upkeep/lifeline.ts'
import { INSTALLATION } from '../database/tenant-scope.ts'
import type { TenantDb } from '../database/tenant-db.ts'
import { newUid } from '../database/uid.ts'
import { WARNINGS_HEADER } from '../http/send-warnings.ts'
import { readUpload } from '../http/uploads/upload.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route honours Idempotency-Key: by default every POST that creates. */
    idempotent?: boolean
  }
}

const HEADER = 'idempotency-key'

const headersSchema = z.looseObject({
  [HEADER]: z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional()
    .describe(
      'Up to 255 visible characters. A repeat with the same key within 24 hours gets the answer of the first request',
    ),
})
const creatingSchema = z.looseObject({ response: z.looseObject({ 201: z.unknown() }) })

interface IdempotencyOptions {
  cipher: Cipher
  lifeline: Lifeline
  tenantDb: (tenantUid: string) => TenantDb
}

/** Whose key it is: keys of different users do not collide. */
interface Owner {
  db: TenantDb
  tenantUid: string
  userUid: string
  scopeUid: string
}

/**
 * A repeated request that creates something gets the answer of the first: claim the key, run, store the answer in the
 * transaction of the effect (idempotency-claim.ts). A claim ends with its process, or with its lease if nobody can tell
 * whether the process is alive.
 */
export function registerIdempotency(app: FastifyInstance, { cipher, lifeline, tenantDb }: IdempotencyOptions): void {
  const claims = new WeakMap<FastifyRequest, RunningClaim>()
  const ownerOf = (request: FastifyRequest): Owner => {
    const caller = findCaller(request)
    if (!caller) return { db: tenantDb(INSTALLATION), tenantUid: INSTALLATION, userUid: '', scopeUid: INSTALLATION }
    const { tenantUid, userUid, scope } = caller
    return { db: request.tenantDb, tenantUid, userUid, scopeUid: scope.uid }
  }
  const bodies = new WeakMap<FastifyRequest, unknown>()
  app.addHook('onRoute', declareKey)
  // The body as received: what the contract's schemas turn it into is not what a client means by the same request.
  app.addHook('preValidation', async (request) => {
    if (keyOf(request) !== undefined) bodies.set(request, request.body)
  })
  app.addHook('preHandler', async (request, reply) => {
    const key = keyOf(request)
    if (key === undefined) return
    const claiming = { key, cipher, lifeline, body: bodies.get(request), owner: ownerOf(request) }
    const outcome = await claimFor(request, claiming)
    if (outcome.kind === 'answered') return replay(reply, outcome)
    claims.set(request, outcome.claim)
  })
  // With the callback form: only code called inside it has the claim in its async context.
  app.addHook('preHandler', (request, _reply, done) => {
    const claim = claims.get(request)
    if (claim) runWithClaim(claim, done)
    else done()
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const claim = claims.get(request)
    if (claim) await settle(request, reply, { claim, payload, db: ownerOf(request).db })
    return payload
  })
}

function declareKey(route: RouteOptions) {
  const isCreating = route.method === 'POST' && creatingSchema.safeParse(route.schema).success
  const { idempotent = isCreating } = route.config ?? {}
  if (!idempotent) return
  route.config = { ...route.config, idempotent }
  route.schema = { ...route.schema, headers: headersSchema }
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers[HEADER]
  return request.routeOptions.config.idempotent === true && typeof key === 'string' ? key : undefined
}

interface Claiming {
  key: string
  cipher: Cipher
  lifeline: Lifeline
  body: unknown
  owner: Owner
}

type Outcome = { kind: 'claimed'; claim: RunningClaim } | ({ kind: 'answered' } & SentAnswer)

async function claimFor(request: FastifyRequest, { key, cipher, lifeline, body, owner }: Claiming): Promise<Outcome> {
  const keys = createIdempotencyKeys(owner.db)
  const digest = digestOfKey(request, { key, owner })
  const fingerprint = await fingerprintOf(request, { body, owner })
  const word = newUid()
  const held = await keys.findHeld(digest)
  if (!held && (await keys.take({ digest, fingerprint, word, holder: await lifeline.number() }))) {
    return { kind: 'claimed', claim: { digest, fingerprint, word, cipher } }
  }
  const first = held ?? (await keys.findHeld(digest))
  if (first && !fingerprint.equals(first.fingerprint)) throw new AppError('IdempotencyKeyReused')
  if (!first?.body || first.status === null) throw new AppError('IdempotencyKeyInUse', { retryAfterSeconds: 1 })
  const text = cipher.decrypt(first.body, answerPlace({ digest }))
  return { kind: 'answered', status: first.status, text, auditUid: first.audit_uid, warnings: first.warnings }
}

const pathOf = (url: string) => url.split('?', 1)[0] ?? ''

function digestOfKey(
  { method, url }: FastifyRequest,
  { key, owner }: Pick<Claiming, 'key' | 'owner'>,
): Buffer<ArrayBuffer> {
  const parts = [owner.tenantUid, owner.userUid, method, pathOf(url), key]
  return createHash('sha256').update(parts.join('\0')).digest()
}

/**
 * A digest of what the request means: its scope, query and body, or the parts of its form, whose boundary differs each
 * time.
 */
async function fingerprintOf(
  request: FastifyRequest,
  { body, owner }: Pick<Claiming, 'body' | 'owner'>,
): Promise<Buffer<ArrayBuffer>> {
  const query = request.url.slice(pathOf(request.url).length)
  const hash = createHash('sha256').update([owner.scopeUid, query, ''].join('\0'))
  if (!request.isMultipart()) return hash.update(bytesOf(body)).digest()
  const { bytes, decisions = '' } = await readUpload(request)
  return hash.update(bytes).update('\0').update(decisions).digest()
}

const bytesOf = (body: unknown): Uint8Array | string =>
  body instanceof Uint8Array ? body : body === undefined ? '' : JSON.stringify(body)

function replay(reply: FastifyReply, { status, text, auditUid, warnings }: SentAnswer) {
  if (auditUid !== '') void reply.header('AuditUid', auditUid)
  if (warnings !== '') void reply.header(WARNINGS_HEADER, warnings)
  return reply
    .code(status)
    .header('Idempotency-Replayed', 'true')
    .type('application/json; charset=utf-8')
    .serializer((body: string) => body)
    .send(text)
}

interface Settling {
  claim: RunningClaim
  payload: unknown
  db: TenantDb
}

/** A failure here changes no answer: an effect has stored its own, and a claim without one ends with its lease. */
async function settle(request: FastifyRequest, reply: FastifyReply, { claim, payload, db }: Settling) {
  const status = reply.statusCode
  try {
    if (status < 200 || status > 299) await createIdempotencyKeys(db).release(claim)
    else {
      const text = typeof payload === 'string' ? payload : ''
      const sent = { status, text, auditUid: headerOf(reply, 'AuditUid'), warnings: headerOf(reply, WARNINGS_HEADER) }
      await keepWhatWasSent(db, claim, sent)
    }
  } catch (err) {
    request.log.warn({ err }, 'idempotency key not settled')
  }
}

function headerOf(reply: FastifyReply, name: string): string {
  const value = reply.getHeader(name)
  return typeof value === 'string' ? value : ''
}
