import { z } from 'zod'
import type { Operations } from '../operation/operation.ts'
import { calledByClients, documentedOnly, type PaletteName } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { registrySyncsSchema } from './console-registries.ts'
import { registrySyncStatusSchema } from './registries.ts'
import { registrySyncQuerySchema } from './registry-queries.ts'

const params = z.object({ uid: z.string().max(300) })
const mayGet = { method: 'GET', access: { permission: 'packRegistry.get' }, params } as const
/** Registries belong to the tenant, whatever project the request names. */
const mayUpdate = { method: 'POST', access: { permission: 'packRegistry.update' }, scope: 'tenant', params } as const

interface Form<Item> {
  item: Item
  palette: { sync: PaletteName; status: PaletteName }
}

/** The same operations for each form. */
const operationsOf = <const Item extends string>({ item, palette }: Form<Item>) =>
  ({
    start: {
      ...mayUpdate,
      path: `${item}/sync` as const,
      palette: palette.sync,
      tag: 'registries',
      summary: 'Starts reading the registry into the catalogue, or joins the run that is not over',
      query: registrySyncQuerySchema,
      success: { 202: z.string().max(0).describe('No body') },
    },
    getStatus: {
      ...mayGet,
      path: `${item}/sync/status` as const,
      palette: palette.status,
      tag: 'registries',
      summary: 'How far the newest run is',
      success: { 200: registrySyncStatusSchema },
    },
  }) as const satisfies Operations

/** Syncs of pack registries. */
export const packRegistrySyncOperations = operationsOf({
  item: '/v1/registries/pack/{uid}',
  palette: {
    sync: documentedOnly('v1RegistriesPackUidSync'),
    status: calledByClients('v1RegistriesPackUidSyncStatus'),
  },
})

/** Syncs of Helm registries. */
export const helmRegistrySyncOperations = operationsOf({
  item: '/v1/registries/helm/{uid}',
  palette: {
    sync: documentedOnly('v1RegistriesHelmUidSync'),
    status: calledByClients('v1RegistriesHelmUidSyncStatus'),
  },
})

/** Syncs of OCI registries: clients request the status of all of them here, including Amazon's. */
export const basicOciRegistrySyncOperations = operationsOf({
  item: '/v1/registries/oci/{uid}/basic',
  palette: {
    sync: documentedOnly('v1BasicOciRegistriesUidSync'),
    status: calledByClients('v1BasicOciRegistriesUidSyncStatus'),
  },
})

/** Syncs of Amazon's OCI registries. */
export const ecrRegistrySyncOperations = operationsOf({
  item: '/v1/registries/oci/{uid}/ecr',
  palette: {
    sync: documentedOnly('v1EcrRegistriesUidSync'),
    status: documentedOnly('v1EcrRegistriesUidSyncStatus'),
  },
})

/** Syncs as the console shows and cancels them. */
export const consoleSyncOperations = {
  list: {
    ...mayGet,
    path: '/v1/console/registries/{uid}/syncs',
    tag: 'console',
    summary: 'The last 20 syncs of a registry, newest first; the newest with what failed in it',
    success: { 200: registrySyncsSchema },
  },
  /** Refusal: `SyncNotRunning`. */
  cancel: {
    ...mayUpdate,
    path: '/v1/console/registries/{uid}/sync/cancel',
    tag: 'console',
    summary: 'Ends the sync that is queued or running',
    success: noContent,
  },
  watch: {
    method: 'GET',
    path: '/v1/console/registries/events',
    tag: 'console',
    summary: 'Syncs of all registries as they go on: server-sent events of type sync',
    access: { permission: 'packRegistry.list' },
    produces: 'text/event-stream',
    success: { 200: z.unknown().describe('Events whose data is one run without its failures, as text/event-stream') },
  },
} as const satisfies Operations
