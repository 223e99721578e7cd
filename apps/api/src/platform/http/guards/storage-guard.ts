import type { FastifyInstance, RouteOptions } from 'fastify'
import { z } from 'zod'
import type { StorageRoom } from '../../database/upkeep/storage-room.ts'
import { isPublic } from '../../access/access.ts'
import { AppError } from '../../errors/app-error.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether it stores something; made out of its method and the statuses that it declares. */
    stores?: boolean
  }
}

const WRITING = new Set(['POST', 'PUT', 'PATCH'])
const changingSchema = z.looseObject({ response: z.looseObject({}) })

/** While the disk is full, what would fill it further is refused; reading, exporting, deleting and signing in go on. */
export function registerStorageGuard(app: FastifyInstance, { storage }: { storage: StorageRoom }): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, stores: stores(route) }
  })
  app.addHook('onRequest', async ({ routeOptions: { config } }) => {
    if (config.stores === true && storage.isFull()) throw new AppError('StorageFull', { retryAfterSeconds: 30 })
  })
}

/** A POST that answers 200 asks, for more than fits an address. */
function stores({ method, schema, config }: RouteOptions): boolean {
  if (!WRITING.has(String(method)) || isPublic(config?.access)) return false
  if (method !== 'POST') return true
  const { data } = changingSchema.safeParse(schema)
  return ['201', '202', '204'].some((status) => Object.hasOwn(data?.response ?? {}, status))
}
