import type { FastifyInstance, RouteOptions } from 'fastify'
import { z } from 'zod'
import type { StorageRoom } from '../../database/upkeep/storage-room.ts'
import { isPublic } from '../../access/access.ts'
import { AppError } from '../../errors/app-error.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route writes to the database; derived from its method and declared statuses unless set. */
    stores?: boolean
  }
}

const WRITING = new Set(['POST', 'PUT', 'PATCH'])
const changingSchema = z.looseObject({ response: z.looseObject({}) })

/** Refuses requests that would fill a full disk further; reading, exporting, deleting and signing in go on. */
export function registerStorageGuard(app: FastifyInstance, { storage }: { storage: StorageRoom }): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, stores: stores(route) }
  })
  app.addHook('onRequest', async ({ routeOptions: { config } }) => {
    if (config.stores === true && storage.isFull()) throw new AppError('StorageFull', { retryAfterSeconds: 30 })
  })
}

/** A POST that answers 200 is a query too large for a URL. */
function stores({ method, schema, config }: RouteOptions): boolean {
  if (!WRITING.has(String(method)) || isPublic(config?.access)) return false
  if (method !== 'POST') return true
  const { data } = changingSchema.safeParse(schema)
  return ['201', '202', '204'].some((status) => Object.hasOwn(data?.response ?? {}, status))
}
