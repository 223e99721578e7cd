import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findCaller } from '../access/access.ts'

/** Where an audit event comes from. */
export interface RequestOrigin {
  requestUid: string
  address: string
  /** How the caller was authenticated; empty if nobody was signed in. */
  via: string
}

const running = new AsyncLocalStorage<RequestOrigin>()

/** For what the server does by itself. */
const NO_REQUEST: RequestOrigin = { requestUid: '', address: '', via: '' }

export const originHere = (): RequestOrigin => running.getStore() ?? NO_REQUEST

const originOf = (request: FastifyRequest): RequestOrigin => ({
  requestUid: request.id,
  address: request.ip,
  via: findCaller(request)?.via ?? '',
})

/** Runs work that belongs to a request but is outside its handler. */
export const asPartOf = <T>(request: FastifyRequest, run: () => Promise<T>): Promise<T> =>
  running.run(originOf(request), run)

/** Lets every event that a handler writes know its request, at any call depth. */
export function registerRequestOrigin(app: FastifyInstance): void {
  // With the callback form, since only code called inside it has the async context, and not earlier, since reading the
  // body would lose it.
  app.addHook('preHandler', (request, _reply, done) => running.run(originOf(request), done))
}
