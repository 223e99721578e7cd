import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import { pino, type DestinationStream } from 'pino'
import { findCaller } from '../access/access.ts'

const STACK_FRAME = /^\s+at /

/**
 * Type, code and stack frames of an error. Its message is left out: parsers, Prisma and PostgreSQL quote values in
 * theirs.
 */
export function serialiseError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => STACK_FRAME.test(line))
  const code: unknown = 'code' in error ? error.code : undefined
  return { type: error.name, code, frames }
}

const leaveOut = () => undefined

/** At level trace the multipart plugin logs every header, including credentials. */
const SERIALIZERS = { err: serialiseError, req: leaveOut, res: leaveOut, busboyOptions: leaveOut }

export const createLog = (level: string, destination?: DestinationStream): FastifyBaseLogger =>
  pino({ level, base: null, serializers: SERIALIZERS }, destination)

/** One line per request, with ids only: no path (it can hold names), no query, no header. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) request.log.info(whoAndWhat(request), 'client went away')
    })
  })
  app.addHook('onResponse', async (request, reply) => {
    const answer = { status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    request.log.info({ ...whoAndWhat(request), ...answer }, 'request')
  })
}

function whoAndWhat(request: FastifyRequest) {
  const caller = findCaller(request)
  return {
    method: request.method,
    route: request.is404 ? undefined : request.routeOptions.url,
    userUid: caller?.userUid,
    tenantUid: caller?.tenantUid,
    scopeUid: caller?.scope.uid,
  }
}
