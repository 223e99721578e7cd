import type { FastifyInstance } from 'fastify'
import { documentBodyBytes } from './upload-limits.ts'

/**
 * For routes whose body is a document, like an uploaded file: our own reader sees its bytes, so that a duplicate key stays visible.
 */
export function registerDocumentBody(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: documentBodyBytes() },
    (_request, body, done) => done(null, body),
  )
}
