import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { pino, type DestinationStream } from 'pino'
import { findCaller } from './access.ts'

const STACK_FRAME = /^\s+at /

/** Type, code and frames of an error. Its message stays out: parsers, Prisma and PostgreSQL quote values in theirs. */
export function serialiseError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => STACK_FRAME.test(line))
  const code: unknown = 'code' in error ? error.code : undefined
  return { type: error.name, code, frames }
}

export const createLog = (level: string, destination?: DestinationStream): FastifyBaseLogger =>
  pino(
    { level, base: null, serializers: { err: serialiseError, req: () => undefined, res: () => undefined } },
    destination,
  )

/** One line a request with ids only: no path (it can hold names), no query, no header. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const caller = findCaller(request)
    request.log.info(
      {
        method: request.method,
        route: request.is404 ? undefined : request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        userUid: caller?.userUid,
        tenantUid: caller?.tenantUid,
        scopeUid: caller?.scope.uid,
      },
      'request',
    )
  })
}
