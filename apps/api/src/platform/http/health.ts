import { errorSchema } from '@waybill/api-contract'
import type { FastifyInstance } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import { isHeldByPolicies } from '../database/upkeep/second-wall.ts'
import { AppError } from '../errors/app-error.ts'
import type { Platform } from '../platform.ts'
import { timeLimit } from '../time-limits.ts'

const READY_WITHIN_MS = 2_000

const readySchema = z.object({
  status: z.string(),
  /** RowSecurityOff: the database role owns the tables, so only the application keeps tenants apart. */
  warnings: z.array(z.enum(['RowSecurityOff'])),
})

const BUCKETS = [0.005, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]

/** For process supervisors and Prometheus: no answer names a tenant. */
export const healthRoutes: FastifyPluginAsyncZod<{ platform: Pick<Platform, 'prisma' | 'storage'> }> = async (
  app,
  { platform },
) => {
  app.get(
    '/livez',
    { config: { access: 'public' }, schema: { hide: true, response: { 200: z.object({ status: z.string() }) } } },
    async () => ({ status: 'alive' }),
  )
  app.get(
    '/readyz',
    {
      config: { access: 'public' },
      schema: { hide: true, response: { 200: readySchema, 503: errorSchema } },
    },
    async () => {
      const isHeld = await answersInTime(platform.prisma)
      if (platform.storage.isFull()) throw new AppError('StorageFull')
      return { status: 'ready', warnings: isHeld ? [] : ['RowSecurityOff' as const] }
    },
  )
}

/**
 * Ignores the database's own limits: a supervisor waits no longer than this. @returns whether row-level security
 * applies
 */
async function answersInTime(prisma: Platform['prisma']) {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new AppError('Unavailable')), timeLimit(READY_WITHIN_MS))
  return Promise.race([isHeldByPolicies(prisma), late.promise]).finally(() => clearTimeout(timer))
}

/** Measures every request from now on. */
export function registerMetrics(app: FastifyInstance): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    durations.observe({ method, route: routeOptions.url ?? 'none', status: String(statusCode) }, elapsedTime / 1_000)
  })
  app.get(
    '/metrics',
    { config: { access: 'public' }, schema: { hide: true, response: { 200: z.string() } } },
    async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  )
}
