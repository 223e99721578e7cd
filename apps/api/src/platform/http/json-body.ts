import type { FastifyInstance } from 'fastify'
import { isStorable } from '../database/storable-text.ts'
import { AppError } from '../errors/app-error.ts'

/** How JSON can escape NUL or half of a surrogate pair. Most bodies contain neither and are not searched further. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/i

/**
 * Accepts `Content-Type: application/json` with an empty body, as clients send it and Fastify's own parser refuses it.
 * Plain text is not accepted: it is the one type that a foreign page can send without a CORS preflight.
 */
export function registerJsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['text/plain', 'application/json'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = textOf(Buffer.from(body))
    if (text === undefined) return done(new AppError('Encoding'))
    if (text.trim() === '') return done(null, undefined)
    void parse(request, text, (error, parsed) => {
      if (!error && SUSPICIOUS.test(text) && !hasStorableTexts(parsed)) done(new AppError('TextUnstorable'))
      else done(error, parsed)
    })
  })
}

/** Undefined if the bytes are not UTF-8: a lenient decoder would change them silently. */
function textOf(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}

/** Whether the database can store all texts and keys as they are, at any depth. */
function hasStorableTexts(parsed: unknown): boolean {
  const waiting: unknown[] = [parsed]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string' && !isStorable(value)) return false
    if (typeof value !== 'object' || value === null) continue
    for (const [key, item] of Object.entries(value)) waiting.push(key, item)
  }
  return true
}
