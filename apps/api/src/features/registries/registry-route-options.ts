import type { FastifyPluginAsync } from 'fastify'
import type { RegistryTools } from './registry-service.ts'

/** Routes that are given the tools to reach registries. */
export type RegistryRoutes = FastifyPluginAsync<{ tools: RegistryTools }>
