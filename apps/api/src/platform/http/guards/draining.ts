import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../../errors/app-error.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Refuses new requests and waits for those in flight, at most this long. Call it before `close`. */
    drain: (withinMs: number) => Promise<void>
  }
}

/**
 * Clients answered a moment ago send their next request over the same connection: they get an answer instead of a
 * reset.
 */
const QUIET_MS = 250
const LOOK_EVERY_MS = 20

/** Lets a server stop without leaving a request unanswered. Event streams, which `close` ends, are not waited for. */
export function registerDraining(app: FastifyInstance): void {
  const inFlight = new Set<FastifyRequest>()
  let isDraining = false
  let askedAt = 0
  app.addHook('onRequest', async (request, reply) => {
    askedAt = performance.now()
    if (!isDraining) {
      inFlight.add(request)
      reply.raw.once('close', () => inFlight.delete(request))
      return
    }
    void reply.header('connection', 'close')
    if (request.routeOptions.url !== '/livez') throw new AppError('Unavailable', { title: STOPPING })
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.getHeader('content-type') === 'text/event-stream') inFlight.delete(request)
    if (isDraining) void reply.header('connection', 'close')
    return payload
  })
  app.decorate('drain', async (withinMs: number) => {
    isDraining = true
    const until = performance.now() + withinMs
    const isQuiet = () => inFlight.size === 0 && performance.now() - askedAt > QUIET_MS
    while (!isQuiet() && performance.now() < until) await wait(LOOK_EVERY_MS)
  })
}

const STOPPING = 'The server is stopping. Repeat this a little later.'
