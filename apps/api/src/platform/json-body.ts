import type { FastifyInstance } from 'fastify'

/**
 * Clients send `Content-Type: application/json` with nothing behind it (clients.md §0.5), which Fastify's own parser refuses.
 * Plain text is no body of ours, and the one type that a foreign page can send without asking first.
 */
export function registerJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['text/plain', 'application/json'])
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString()
    if (text.trim() === '') done(null, undefined)
    else void parse(request, text, done)
  })
}
