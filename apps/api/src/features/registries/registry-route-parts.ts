import { z } from 'zod'
import type { RegistryTools } from './registry-service.ts'

export interface RegistryRouteOptions {
  tools: RegistryTools
}

export const REGISTRY_TAGS = ['registries']

export const registryFlag = z.enum(['true', 'false']).optional()
export const registryParams = z.object({ uid: z.string().max(64) })
export const deleteQuery = z.object({
  force: registryFlag.describe(
    'Also while profiles use packs of it: their layers are marked invalid and keep their values',
  ),
})

/** What changes registries acts in the tenant, whatever project a client names. */
export const IN_TENANT = {
  create: { access: { permission: 'packRegistry.create' }, scope: 'tenant' },
  update: { access: { permission: 'packRegistry.update' }, scope: 'tenant' },
  delete: { access: { permission: 'packRegistry.delete' }, scope: 'tenant' },
} as const
