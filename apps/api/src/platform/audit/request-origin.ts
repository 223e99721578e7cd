import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findCaller } from '../access/access.ts'

/** Where an audit event comes from. */
export interface RequestOrigin {
  requestUid: string
  address: string
  /** How the caller was known; empty where nobody was signed in. */
  via: string
}

const running = new AsyncLocalStorage<RequestOrigin>()

/** Of what the server does by itself. */
const NO_REQUEST: RequestOrigin = { requestUid: '', address: '', via: '' }

export const originHere = (): RequestOrigin => running.getStore() ?? NO_REQUEST

const originOf = (request: FastifyRequest): RequestOrigin => ({
  requestUid: request.id,
  address: request.ip,
  via: findCaller(request)?.via ?? '',
})

/** Runs what belongs to a request outside its handler. */
export const asPartOf = <T>(request: FastifyRequest, run: () => Promise<T>): Promise<T> =>
  running.run(originOf(request), run)

/** Every event that a handler writes knows its request, however deep it is written. */
export function registerRequestOrigin(app: FastifyInstance): void {
  // With a callback, and no sooner: what is called in it knows the request, and reading a body would forget it.
  app.addHook('preHandler', (request, _reply, done) => running.run(originOf(request), done))
}
