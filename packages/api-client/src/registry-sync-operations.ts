import type { RegistrySyncsBody } from '@waybill/api-contract'
import { apiPath, readJson, readNothing, send, type Connection } from './connection.ts'
import type { RegistryForm } from './registry-operations.ts'
import type { Result } from './result.ts'

/**
 * Starts reading a registry into the catalogue, or joins the run that is not over. `isForced` reads everything again, whatever
 * the registry says has not changed. Refusal: `NotSupported` for a registry that is never synced.
 */
export function requestRegistrySync(
  connection: Connection,
  registry: { form: RegistryForm; uid: string; isForced?: boolean },
): Promise<Result<void>> {
  const query = { forceSync: registry.isForced ? 'true' : undefined }
  return send(connection, { method: 'POST', path: syncPath(registry), query }, readNothing)
}

/** Ends the run that is queued or running. Refusal: `SyncNotRunning`. */
export function cancelRegistrySync(connection: Connection, uid: string): Promise<Result<void>> {
  return send(connection, { method: 'POST', path: apiPath`/v1/console/registries/${uid}/sync/cancel` }, readNothing)
}

/** The last 20 runs of a registry, newest first; the newest with what failed in it. */
export function listRegistrySyncs(
  connection: Connection,
  uid: string,
  signal?: AbortSignal,
): Promise<Result<RegistrySyncsBody>> {
  const path = apiPath`/v1/console/registries/${uid}/syncs`
  return send(connection, { method: 'GET', path, signal }, readJson<RegistrySyncsBody>)
}

function syncPath({ form, uid }: { form: RegistryForm; uid: string }): string {
  if (form === 'pack') return apiPath`/v1/registries/pack/${uid}/sync`
  if (form === 'helm') return apiPath`/v1/registries/helm/${uid}/sync`
  return form === 'basic' ? apiPath`/v1/registries/oci/${uid}/basic/sync` : apiPath`/v1/registries/oci/${uid}/ecr/sync`
}
