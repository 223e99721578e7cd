import type { FastifyRequest } from 'fastify'
import type { Platform } from '../../platform.ts'

/** Where browsers sign in, for every tenant; identity providers redirect back to it. */
export const signInPage = (
  { config }: Pick<Platform, 'config'>,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string => `${config.publicUrl ?? `${protocol}://${host}`}/login`
