import { createHash, randomBytes } from 'node:crypto'
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

export const SESSION_HOURS = 12
const TOKEN = /^[A-Za-z0-9_-]{43}$/

export interface SessionCookie {
  read: (request: FastifyRequest) => string | undefined
  write: (reply: FastifyReply, token: string) => void
  clear: (reply: FastifyReply) => void
}

/**
 * Over HTTPS the cookie's name binds it to this host. Browsers refuse that name over plain HTTP, which is for trying
 * Waybill on one machine.
 */
export function createSessionCookie(isHttps: boolean): SessionCookie {
  const name = isHttps ? '__Host-waybill' : 'waybill'
  const options = { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' } as const
  return {
    read: (request) => {
      const token = request.cookies[name]
      return token !== undefined && TOKEN.test(token) ? token : undefined
    },
    write: (reply, token) => void reply.setCookie(name, token, { ...options, maxAge: SESSION_HOURS * 3_600 }),
    clear: (reply) => void reply.clearCookie(name, options),
  }
}

export const newSessionToken = (): string => randomBytes(32).toString('base64url')

/** Only the hash is stored: a stolen table gives no sessions. */
export const sessionTokenHash = (token: string): Buffer<ArrayBuffer> => createHash('sha256').update(token).digest()
