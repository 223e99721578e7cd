import type {
  BasicOciRegistryInput,
  BasicOciRegistryProbe,
  EcrRegistryInput,
  EcrRegistryProbe,
  HelmRegistryInput,
  HelmRegistryProbe,
  PackRegistryInput,
  PackRegistryProbe,
} from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** The four forms that a registry is read and written in. */
export type RegistryForm = keyof typeof REGISTRY_PATHS

/** Where a registry of a form is. */
export const REGISTRY_PATHS = {
  pack: '/v1/registries/pack/{uid}',
  helm: '/v1/registries/helm/{uid}',
  basic: '/v1/registries/oci/{uid}/basic',
  ecr: '/v1/registries/oci/{uid}/ecr',
} as const

/** Every registry of the tenant with its counts and its newest sync. */
export const listConsoleRegistries = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/registries', { signal })

/** Profiles with layers out of a registry: those the caller may see, and how many there are beside them. */
export const listRegistryUsers = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/registries/{uid}/users', { params: { uid }, signal })

/** Secrets come as the mask `********` where one is stored, else empty. */
export const getPackRegistry = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/registries/pack/{uid}', { params: { uid }, signal })

/** Secrets come as the mask `********` where one is stored, else empty. */
export const getHelmRegistry = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/registries/helm/{uid}', { params: { uid }, signal })

/** Secrets come as the mask `********` where one is stored, else empty. */
export const getBasicOciRegistry = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/registries/oci/{uid}/basic', { params: { uid }, signal })

/** Secrets come as the mask `********` where one is stored, else empty. */
export const getEcrRegistry = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/registries/oci/{uid}/ecr', { params: { uid }, signal })

/**
 * Makes a registry and, unless `skipSync`, starts its first sync. Refusal: `RegistryExists`, `ForbiddenUrl`, `InvalidRequest`.
 * The same for the other three kinds.
 */
export const createPackRegistry = (connection: Connection, body: PackRegistryInput, skipSync = false) =>
  call(connection, 'POST /v1/registries/pack', { query: skipping(skipSync), body })

/** See `createPackRegistry`. */
export function createHelmRegistry(connection: Connection, input: HelmRegistryInput, skipSync = false) {
  const spec = { ...input.spec, createOption: { ...input.spec.createOption, skipSync } }
  return call(connection, 'POST /v1/registries/helm', { body: { ...input, spec } })
}

/** See `createPackRegistry`. */
export const createBasicOciRegistry = (connection: Connection, body: BasicOciRegistryInput, skipSync = false) =>
  call(connection, 'POST /v1/registries/oci/basic', { query: skipping(skipSync), body })

/** See `createPackRegistry`. */
export const createEcrRegistry = (connection: Connection, body: EcrRegistryInput, skipSync = false) =>
  call(connection, 'POST /v1/registries/oci/ecr', { query: skipping(skipSync), body })

const skipping = (skipSync: boolean) => ({ skipPackSync: skipSync ? ('true' as const) : undefined })

/**
 * Replaces a registry. A secret that is the mask keeps what is stored, an empty one clears it. Refusal: `RegistryExists`,
 * `ForbiddenUrl`, `RegistryReadOnly` (a default registry's name), `RegistryCredentialsNeeded` (the address leads to another host
 * and a secret is still the mask). The same for the other three kinds.
 */
export const updatePackRegistry = (connection: Connection, uid: string, body: PackRegistryInput) =>
  call(connection, 'PUT /v1/registries/pack/{uid}', { params: { uid }, body })

/** See `updatePackRegistry`. */
export const updateHelmRegistry = (connection: Connection, uid: string, body: HelmRegistryInput) =>
  call(connection, 'PUT /v1/registries/helm/{uid}', { params: { uid }, body })

/** See `updatePackRegistry`. */
export const updateBasicOciRegistry = (connection: Connection, uid: string, body: BasicOciRegistryInput) =>
  call(connection, 'PUT /v1/registries/oci/{uid}/basic', { params: { uid }, body })

/** See `updatePackRegistry`. */
export const updateEcrRegistry = (connection: Connection, uid: string, body: EcrRegistryInput) =>
  call(connection, 'PUT /v1/registries/oci/{uid}/ecr', { params: { uid }, body })

/**
 * Tests a connection; takes up to ten seconds. With `registryUid` of a stored registry, secrets that are the mask are the stored
 * ones. Refusal: `RegistryUnreachable`, `RegistryUnauthorised`, `NotARegistry`, `ForbiddenUrl`, `RegistryCredentialsNeeded`,
 * `TooManyRequests`. The same for the other three kinds.
 */
export const testPackRegistry = (connection: Connection, body: PackRegistryProbe, signal?: AbortSignal) =>
  call(connection, 'POST /v1/registries/pack/validate', { body, signal })

/** See `testPackRegistry`. */
export const testHelmRegistry = (connection: Connection, body: HelmRegistryProbe, signal?: AbortSignal) =>
  call(connection, 'POST /v1/registries/helm/validate', { body, signal })

/** See `testPackRegistry`. */
export const testBasicOciRegistry = (connection: Connection, body: BasicOciRegistryProbe, signal?: AbortSignal) =>
  call(connection, 'POST /v1/registries/oci/basic/validate', { body, signal })

/** See `testPackRegistry`. */
export const testEcrRegistry = (connection: Connection, body: EcrRegistryProbe, signal?: AbortSignal) =>
  call(connection, 'POST /v1/registries/oci/ecr/validate', { body, signal })

/**
 * Deletes a registry with its packs. Refusal: `RegistryInUse` while profiles use packs of it, unless `force`: their layers are
 * then marked invalid and keep their values; `RegistryReadOnly` for a default registry.
 */
export function deleteRegistry(
  connection: Connection,
  { form, uid, force }: { form: RegistryForm; uid: string; force?: boolean },
) {
  const query = { force: force ? ('true' as const) : undefined }
  return call(connection, `DELETE ${REGISTRY_PATHS[form]}`, { params: { uid }, query })
}
