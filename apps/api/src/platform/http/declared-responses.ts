import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'

/** A route sent a status that it declares no schema for: the serialiser would let every field through. */
class UndeclaredResponseError extends Error {}

const responsesSchema = z.looseObject({ response: z.record(z.string(), z.unknown()) })

/**
 * Fails closed: a response without a schema for its status is not sent. Errors have a shape of their own
 * (error-handler.ts).
 */
export function registerDeclaredResponses(app: FastifyInstance): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    if (reply.statusCode < 400 && isDeclarable(request) && !isDeclared(request, reply.statusCode)) {
      throw new UndeclaredResponseError(`${String(request.routeOptions.url)} sent ${reply.statusCode}`)
    }
    return payload
  })
}

const isDeclarable = (request: FastifyRequest) => request.routeOptions.schema?.hide !== true

/** Keyed by a route's schema object, which all its requests share. */
const declared = new WeakMap<object, ReadonlySet<string>>()

function isDeclared({ routeOptions: { schema } }: FastifyRequest, status: number): boolean {
  if (!schema) return false
  const statuses = declared.get(schema) ?? statusesOf(schema)
  declared.set(schema, statuses)
  return statuses.has(String(status))
}

function statusesOf(schema: object): ReadonlySet<string> {
  const parsed = responsesSchema.safeParse(schema)
  return new Set(parsed.success ? Object.keys(parsed.data.response) : [])
}
