import { commonErrorResponses } from '@waybill/api-contract'
import type { AnswerInputOf, BodyOf, Operation, ParamsOf, QueryOf } from '@waybill/api-contract/operations'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '../platform.ts'
import { documentBodyBytes } from './uploads/upload-limits.ts'

/** A feature's routes as a plugin that is given the platform. */
export type PlatformRoutes = FastifyPluginAsync<{ platform: Platform }>

/** A request of an operation, typed by its schemas. */
type RequestOf<Declared extends Operation> = FastifyRequest<{
  Params: ParamsOf<Declared>
  Querystring: QueryOf<Declared>
  Body: BodyOf<Declared>
}>

/**
 * What a handler returns: the response body, nothing where there is none, or the reply if the handler sends by itself.
 */
type Answered<Declared extends Operation> =
  AnswerInputOf<Declared> extends null ? void : AnswerInputOf<Declared> | FastifyReply

/** Adds the route of an operation as declared; the success status is set before the handler runs. */
export function route<Declared extends Operation>(
  app: FastifyInstance,
  operation: Declared,
  handler: (request: RequestOf<Declared>, reply: FastifyReply) => Promise<Answered<Declared>>,
): void {
  const { method, path, access, scope, isDocument, upload, success } = operation
  const status = Number(Object.keys(success)[0])
  app.route<{ Params: ParamsOf<Declared>; Querystring: QueryOf<Declared>; Body: BodyOf<Declared> }>({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { access, ...(scope && { scope }), ...(upload && { requestBody: upload }) },
    ...(isDocument && { bodyLimit: documentBodyBytes() }),
    schema: schemaOf(operation),
    handler: (request, reply) => handler(request, reply.code(status)),
  })
}

function schemaOf({ tag, summary, description, produces, params, query, body, success }: Operation) {
  return {
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(produces && { produces: [produces] }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: { ...success, ...commonErrorResponses },
  }
}
