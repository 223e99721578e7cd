import { call } from '../call.ts'
import type { Connection } from '../connection.ts'
import { REGISTRY_PATHS, type RegistryForm } from './registry-operations.ts'

/**
 * Starts reading a registry into the catalogue, or joins the run that is not over. `isForced` reads everything again, whatever
 * the registry says has not changed. Refusal: `NotSupported` for a registry that is never synced.
 */
export function requestRegistrySync(
  connection: Connection,
  { form, uid, isForced }: { form: RegistryForm; uid: string; isForced?: boolean },
) {
  const query = { forceSync: isForced ? ('true' as const) : undefined }
  return call(connection, `POST ${REGISTRY_PATHS[form]}/sync`, { params: { uid }, query })
}

/** Ends the run that is queued or running. Refusal: `SyncNotRunning`. */
export const cancelRegistrySync = (connection: Connection, uid: string) =>
  call(connection, 'POST /v1/console/registries/{uid}/sync/cancel', { params: { uid } })

/** The last 20 runs of a registry, newest first; the newest with what failed in it. */
export const listRegistrySyncs = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/registries/{uid}/syncs', { params: { uid }, signal })
