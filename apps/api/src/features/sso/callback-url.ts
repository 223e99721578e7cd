import type { FastifyRequest } from 'fastify'
import type { Platform } from '../../platform/platform.ts'

/** Where the provider sends browsers back to, which has to be registered there: the sign-in page, whoever the tenant is. */
export const callbackUrl = (
  { config }: Pick<Platform, 'config'>,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string => `${config.publicUrl ?? `${protocol}://${host}`}/login`
