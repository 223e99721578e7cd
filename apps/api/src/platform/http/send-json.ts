import type { FastifyReply } from 'fastify'

/**
 * Sends a body without the schema check and serialiser of other responses: for lists of thousands that are built field
 * by field, where they would take most of the time. Sent as bytes, since a string would be measured first and then
 * encoded.
 */
export const sendJson = (reply: FastifyReply, json: string): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(Buffer.from(json))
