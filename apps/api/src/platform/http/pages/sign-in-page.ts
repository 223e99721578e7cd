import type { FastifyRequest } from 'fastify'
import type { Platform } from '../../platform.ts'

/** Where browsers sign in, whoever the tenant is; identity providers send them back to it. */
export const signInPage = (
  { config }: Pick<Platform, 'config'>,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string => `${config.publicUrl ?? `${protocol}://${host}`}/login`
