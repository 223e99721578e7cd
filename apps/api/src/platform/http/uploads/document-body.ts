import type { FastifyInstance } from 'fastify'
import { documentBodyBytes } from './upload-limits.ts'

/**
 * For routes whose body is a document: our own reader gets its bytes, as from an uploaded file, so that it sees
 * duplicate keys.
 */
export function registerDocumentBody(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: documentBodyBytes() },
    (_request, body, done) => done(null, body),
  )
}
