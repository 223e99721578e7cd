import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findCaller, noteLikelyCaller } from '../../access/access.ts'
import type { KnownUser } from '../../access/caller.ts'
import { AppError } from '../../errors/app-error.ts'
import { sessionTokenHash, type SessionCookie } from '../../access/session.ts'
import { createTokenBuckets, type BucketRate } from '../../rates/token-buckets.ts'

/** As Palette documents them: requests per second and burst, by source address and top resource. */
const RATE: BucketRate = { perSecond: 10, burst: 50 }
/** What a user's keys and tokens may send from all addresses together, as a multiple of one address's rate. */
const ADDRESSES_OF_A_USER = 10
const RATES: Readonly<Record<string, BucketRate>> = { clusterprofiles: { perSecond: 50, burst: 250 } }

export interface RequestRates {
  /** Multiplies Palette's numbers; 0 for no limit. */
  factor: number
  sessionCookie: SessionCookie
  monotonicMs: () => number
}

/**
 * Rate-limits API requests before anything is looked up for them. Browser requests count per user, since a whole office
 * shares one address. See docs/adr/0012.
 */
export function registerRequestRates(app: FastifyInstance, { factor, sessionCookie, monotonicMs }: RequestRates): void {
  if (factor === 0) return
  const { take } = createTokenBuckets(monotonicMs)
  const users = createSessionUsers(sessionCookie)
  app.addHook('onRequest', async (request) => {
    const resource = topResourceOf(request)
    if (resource === undefined) return
    const user = users.find(request)
    if (user) noteLikelyCaller(request, user)
    // A user counts once, however many sessions they have.
    count(`${resource} ${user ? `user ${user.userUid}` : request.ip}`, resource, factor)
  })
  app.addHook('preParsing', async (request) => {
    users.remember(request)
    const resource = topResourceOf(request)
    const caller = findCaller(request)
    if (resource === undefined || caller === undefined || caller.via === 'session') return
    count(`${resource} keys of ${caller.userUid}`, resource, factor * ADDRESSES_OF_A_USER)
  })

  function count(subject: string, resource: string, times: number): void {
    const { perSecond, burst } = RATES[resource] ?? RATE
    const seconds = take(subject, { perSecond: perSecond * times, burst: Math.max(1, burst * times) })
    if (seconds > 0) throw new AppError('TooManyRequests', { retryAfterSeconds: Math.ceil(seconds) })
  }
}

/**
 * Taken from the route: a URL has many spellings, and requests for unknown paths must not get a bucket of their own.
 */
function topResourceOf({ url, routeOptions }: FastifyRequest): string | undefined {
  const [, first, resource] = routeOptions.url?.split('/') ?? []
  if (first === 'v1') return resource
  return url.startsWith('/v1/') ? 'unknown' : undefined
}

/** One process never has this many browsers at once; a session that is forgotten counts against its address once. */
const MAX_SESSIONS = 10_000

/**
 * The user of a session cookie that authentication has accepted before. An invented cookie, or a new one each time,
 * counts against the address it comes from.
 */
function createSessionUsers(sessionCookie: SessionCookie) {
  const users = new Map<string, KnownUser>()
  const keyOf = (request: FastifyRequest) => {
    const { apikey, authorization } = request.headers
    const token = apikey === undefined && authorization === undefined ? sessionCookie.read(request) : undefined
    return token === undefined ? undefined : sessionTokenHash(token).toString('base64url')
  }
  return {
    find: (request: FastifyRequest): KnownUser | undefined => users.get(keyOf(request) ?? ''),
    remember(request: FastifyRequest): void {
      const caller = findCaller(request)
      const key = caller?.via === 'session' ? keyOf(request) : undefined
      if (caller === undefined || key === undefined) return
      // Inserted again, so that the map is ordered by last use.
      users.delete(key)
      const { userUid, email, tenantUid, tenantName } = caller
      users.set(key, { userUid, email, tenantUid, scope: { kind: 'tenant', uid: tenantUid, name: tenantName } })
      const [oldest] = users.size > MAX_SESSIONS ? users.keys() : []
      if (oldest !== undefined) users.delete(oldest)
    },
  }
}
