import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findCaller, noteLikelyCaller } from '../../access/access.ts'
import type { KnownUser } from '../../access/caller.ts'
import { AppError } from '../../errors/app-error.ts'
import { sessionTokenHash, type SessionCookie } from '../../access/session.ts'
import { createTokenBuckets, type BucketRate } from '../../rates/token-buckets.ts'

/** As Palette documents them: requests a second and burst, by source address and top resource. */
const RATE: BucketRate = { perSecond: 10, burst: 50 }
/** What a user's keys and tokens may ask from all addresses together, times the rate of one. */
const ADDRESSES_OF_A_USER = 10
const RATES: Readonly<Record<string, BucketRate>> = { clusterprofiles: { perSecond: 50, burst: 250 } }

export interface RequestRates {
  /** Times Palette's numbers; 0 for no limit. */
  factor: number
  sessionCookie: SessionCookie
  monotonicMs: () => number
}

/**
 * Limits requests to the API before anything is looked up for them. Browsers are told apart by who is signed in: a whole office comes
 * from one address. See docs/adr/0012.
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
    // A user counts once, however many sessions they open.
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

/** Of the route: an address has many spellings, and nobody gets a fresh bucket by asking for what does not exist. */
function topResourceOf({ url, routeOptions }: FastifyRequest): string | undefined {
  const [, first, resource] = routeOptions.url?.split('/') ?? []
  if (first === 'v1') return resource
  return url.startsWith('/v1/') ? 'unknown' : undefined
}

/** More browsers than this at once are no clients of one process; who is forgotten counts for their address once. */
const MAX_SESSIONS = 10_000

/**
 * Whose session a cookie is, as far as one was let in with it: what somebody made up, or another cookie each time, counts for
 * the address that it comes from.
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
      // Put in anew, so that the map stands in the order of use.
      users.delete(key)
      const { userUid, email, tenantUid, tenantName } = caller
      users.set(key, { userUid, email, tenantUid, scope: { kind: 'tenant', uid: tenantUid, name: tenantName } })
      const [oldest] = users.size > MAX_SESSIONS ? users.keys() : []
      if (oldest !== undefined) users.delete(oldest)
    },
  }
}
