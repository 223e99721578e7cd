import type { FastifyPluginAsync } from 'fastify'
import type { RegistryTools } from './registry-service.ts'

/** Routes that ask registries, or let them be read. */
export type RegistryRoutes = FastifyPluginAsync<{ tools: RegistryTools }>
