import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.ts'
import type { SessionCookie } from '../../access/session.ts'
import { createTokenBuckets, type BucketRate } from './token-buckets.ts'

/** As Palette documents them (contract §i): requests a second and burst, by source address and top resource. */
const RATE: BucketRate = { perSecond: 10, burst: 50 }
const RATES: Readonly<Record<string, BucketRate>> = { clusterprofiles: { perSecond: 50, burst: 250 } }

export interface RequestRates {
  /** Times Palette's numbers; 0 for no limit. */
  factor: number
  sessionCookie: SessionCookie
  now: () => Date
}

/**
 * Limits requests to the API before anything is looked up for them. Browsers are told apart by their session: a whole office comes
 * from one address. See docs/adr/0012.
 */
export function registerRequestRates(app: FastifyInstance, { factor, sessionCookie, now }: RequestRates): void {
  if (factor === 0) return
  const { take } = createTokenBuckets(() => now().getTime())
  app.addHook('onRequest', async (request) => {
    const resource = topResourceOf(request)
    if (resource === undefined) return
    const { perSecond, burst } = RATES[resource] ?? RATE
    const rate = { perSecond: perSecond * factor, burst: Math.max(1, burst * factor) }
    const seconds = take(`${resource} ${sourceOf(request, sessionCookie)}`, rate)
    if (seconds > 0) throw new AppError('TooManyRequests', { retryAfterSeconds: Math.ceil(seconds) })
  })
}

/** Of the route and not of the address: nobody gets a fresh bucket by asking for what does not exist. */
function topResourceOf({ url, routeOptions }: FastifyRequest): string | undefined {
  if (!url.startsWith('/v1/')) return undefined
  return routeOptions.url?.split('/')[2] ?? 'unknown'
}

/** A cookie counts only where it decides who somebody is; one that is made up gets a 401 and nothing else. */
function sourceOf(request: FastifyRequest, sessionCookie: SessionCookie): string {
  const { apikey, authorization } = request.headers
  const token = apikey === undefined && authorization === undefined ? sessionCookie.read(request) : undefined
  return token === undefined ? request.ip : `session ${createHash('sha256').update(token).digest('base64url')}`
}
