import type { ErrorBody } from '@waybill/api-contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, type ZodFastifySchemaValidationError } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { databaseError } from '../database/database-errors.ts'
import { CipherError } from '../keys/cipher.ts'
import { fieldsError } from '../errors/field-errors.ts'

const RETRY_SECONDS = 2
/** No limit here is longer, so no client is ever told to wait for hours. */
const LONGEST_RETRY_SECONDS = 600

/**
 * The one place that turns a failure into a response: {code, message, details, ref}, where ref is the request's id in
 * the log.
 */
export function registerErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply))
}

const refusals = new WeakMap<FastifyRequest, AppError>()

/** The error that a request was refused with, if any. */
export const sentRefusal = (request: FastifyRequest): AppError | undefined => refusals.get(request)

export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = toAppError(error)
  refusals.set(request, refusal)
  if (refusal.status >= 500) request.log.error({ err: refusal.cause ?? refusal }, refusal.code)
  const wait = refusal.retryAfterSeconds ?? (refusal.status === 503 ? RETRY_SECONDS : undefined)
  if (wait !== undefined) void reply.header('retry-after', String(Math.min(Math.max(wait, 1), LONGEST_RETRY_SECONDS)))
  const body: ErrorBody = {
    code: refusal.code,
    message: refusal.message,
    details: [...refusal.details],
    ref: request.id,
  }
  // Bypasses the route's serialiser: an error must reach the caller whatever the route declares.
  return reply
    .status(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(body)
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error)) return validationError(error.validation)
  if (error instanceof CipherError) return new AppError('StoredTextUnreadable', { cause: error })
  return databaseError(error) ?? frameworkError(error) ?? new AppError('InternalError', { cause: error })
}

const unknownFields = z.object({ keys: z.array(z.string()) })

const validationError = (issues: readonly ZodFastifySchemaValidationError[]): AppError =>
  fieldsError(
    issues.map(({ instancePath, keyword, params }) => ({
      path: instancePath.split('/').filter(Boolean).join('.'),
      keyword,
      names: unknownFields.safeParse(params).data?.keys,
    })),
  )

/** Maps errors of Fastify and its multipart plugin by code. Their messages are dropped, since some quote the body. */
function frameworkError(error: unknown): AppError | undefined {
  if (!isFastifyError(error)) return undefined
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new AppError('MalformedJson', { title: 'The request is not valid JSON.' })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new AppError('UnsupportedMedia', {
        title:
          'This type of body is not accepted: send JSON as application/json, or a file as multipart/form-data where a file is asked for.',
      })
    case 'FST_ERR_NOT_FOUND':
      return new AppError('ResourceNotFound')
  }
  const status = error.statusCode ?? 500
  if (status === 413) return new AppError('PayloadTooLarge')
  if (status === 415) return new AppError('UnsupportedMedia')
  return status >= 400 && status < 500 ? new AppError('BadRequest') : undefined
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
