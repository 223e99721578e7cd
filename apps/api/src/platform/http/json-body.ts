import type { FastifyInstance } from 'fastify'
import { AppError } from '../errors/app-error.ts'

/** The ways to write a NUL or half of a surrogate pair in JSON: most bodies have none, and nobody looks further. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/i

/**
 * Clients send `Content-Type: application/json` with nothing behind it, which Fastify's own parser refuses.
 * Plain text is no body of ours, and the one type that a foreign page can send without asking first.
 */
export function registerJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['text/plain', 'application/json'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = textOf(Buffer.from(body))
    if (text === undefined) return done(new AppError('Encoding'))
    if (text.trim() === '') return done(null, undefined)
    void parse(request, text, (error, parsed) => {
      if (!error && SUSPICIOUS.test(text) && !isStorable(parsed)) done(new AppError('TextUnstorable'))
      else done(error, parsed)
    })
  })
}

/** Undefined for what is not UTF-8: read leniently it would be changed in silence. */
function textOf(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}

/** What would be refused by the database, or kept as another character: in texts and in keys, however deep. */
function isStorable(parsed: unknown): boolean {
  const waiting: unknown[] = [parsed]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) return false
    if (typeof value !== 'object' || value === null) continue
    for (const [key, item] of Object.entries(value)) waiting.push(key, item)
  }
  return true
}
