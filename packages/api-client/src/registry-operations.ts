import type {
  BasicOciRegistryBody,
  BasicOciRegistryInput,
  BasicOciRegistryProbe,
  ConsoleRegistriesBody,
  EcrRegistryBody,
  EcrRegistryInput,
  EcrRegistryProbe,
  HelmRegistryBody,
  HelmRegistryInput,
  HelmRegistryProbe,
  PackRegistryBody,
  PackRegistryInput,
  PackRegistryProbe,
  RegistryUsersBody,
  UidBody,
} from '@waybill/api-contract'
import { apiPath, readJson, readNothing, send, type Connection } from './connection.ts'
import type { Result } from './result.ts'

/** The four forms that a registry is read and written in. */
export type RegistryForm = 'pack' | 'helm' | 'basic' | 'ecr'

/** Every registry of the tenant with its counts and its newest sync. */
export function listConsoleRegistries(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<ConsoleRegistriesBody>> {
  return send(connection, { method: 'GET', path: '/v1/console/registries', signal }, readJson<ConsoleRegistriesBody>)
}

/** Profiles with layers out of a registry: those the caller may see, and how many there are beside them. */
export function listRegistryUsers(
  connection: Connection,
  uid: string,
  signal?: AbortSignal,
): Promise<Result<RegistryUsersBody>> {
  const path = apiPath`/v1/console/registries/${uid}/users`
  return send(connection, { method: 'GET', path, signal }, readJson<RegistryUsersBody>)
}

/** Secrets come as the mask `********` where one is stored, else empty. */
export const getPackRegistry = (connection: Connection, uid: string, signal?: AbortSignal) =>
  read<PackRegistryBody>(connection, pathOf('pack', uid), signal)

/** Secrets come as the mask `********` where one is stored, else empty. */
export const getHelmRegistry = (connection: Connection, uid: string, signal?: AbortSignal) =>
  read<HelmRegistryBody>(connection, pathOf('helm', uid), signal)

/** Secrets come as the mask `********` where one is stored, else empty. */
export const getBasicOciRegistry = (connection: Connection, uid: string, signal?: AbortSignal) =>
  read<BasicOciRegistryBody>(connection, pathOf('basic', uid), signal)

/** Secrets come as the mask `********` where one is stored, else empty. */
export const getEcrRegistry = (connection: Connection, uid: string, signal?: AbortSignal) =>
  read<EcrRegistryBody>(connection, pathOf('ecr', uid), signal)

/**
 * Makes a registry and, unless `skipSync`, starts its first sync. Refusal: `RegistryExists`, `ForbiddenUrl`, `InvalidRequest`.
 * The same for the other three kinds.
 */
export const createPackRegistry = (connection: Connection, input: PackRegistryInput, skipSync = false) =>
  create(connection, '/v1/registries/pack', { input, skipSync })

/** See `createPackRegistry`. */
export function createHelmRegistry(connection: Connection, input: HelmRegistryInput, skipSync = false) {
  const spec = { ...input.spec, createOption: { ...input.spec.createOption, skipSync } }
  return create(connection, '/v1/registries/helm', { input: { ...input, spec }, skipSync: false })
}

/** See `createPackRegistry`. */
export const createBasicOciRegistry = (connection: Connection, input: BasicOciRegistryInput, skipSync = false) =>
  create(connection, '/v1/registries/oci/basic', { input, skipSync })

/** See `createPackRegistry`. */
export const createEcrRegistry = (connection: Connection, input: EcrRegistryInput, skipSync = false) =>
  create(connection, '/v1/registries/oci/ecr', { input, skipSync })

/**
 * Replaces a registry. A secret that is the mask keeps what is stored, an empty one clears it. Refusal: `RegistryExists`,
 * `ForbiddenUrl`, `RegistryReadOnly` (a default registry's name), `RegistryCredentialsNeeded` (the address leads to another host
 * and a secret is still the mask). The same for the other three kinds.
 */
export const updatePackRegistry = (connection: Connection, uid: string, input: PackRegistryInput) =>
  replace(connection, pathOf('pack', uid), input)

/** See `updatePackRegistry`. */
export const updateHelmRegistry = (connection: Connection, uid: string, input: HelmRegistryInput) =>
  replace(connection, pathOf('helm', uid), input)

/** See `updatePackRegistry`. */
export const updateBasicOciRegistry = (connection: Connection, uid: string, input: BasicOciRegistryInput) =>
  replace(connection, pathOf('basic', uid), input)

/** See `updatePackRegistry`. */
export const updateEcrRegistry = (connection: Connection, uid: string, input: EcrRegistryInput) =>
  replace(connection, pathOf('ecr', uid), input)

/**
 * Tests a connection; takes up to ten seconds. With `registryUid` of a stored registry, secrets that are the mask are the stored
 * ones. Refusal: `RegistryUnreachable`, `RegistryUnauthorised`, `NotARegistry`, `ForbiddenUrl`, `RegistryCredentialsNeeded`,
 * `TooManyRequests`. The same for the other three kinds.
 */
export const testPackRegistry = (connection: Connection, spec: PackRegistryProbe, signal?: AbortSignal) =>
  test(connection, { path: '/v1/registries/pack/validate', spec, signal })

/** See `testPackRegistry`. */
export const testHelmRegistry = (connection: Connection, spec: HelmRegistryProbe, signal?: AbortSignal) =>
  test(connection, { path: '/v1/registries/helm/validate', spec, signal })

/** See `testPackRegistry`. */
export const testBasicOciRegistry = (connection: Connection, spec: BasicOciRegistryProbe, signal?: AbortSignal) =>
  test(connection, { path: '/v1/registries/oci/basic/validate', spec, signal })

/** See `testPackRegistry`. */
export const testEcrRegistry = (connection: Connection, spec: EcrRegistryProbe, signal?: AbortSignal) =>
  test(connection, { path: '/v1/registries/oci/ecr/validate', spec, signal })

/**
 * Deletes a registry with its packs. Refusal: `RegistryInUse` while profiles use packs of it, unless `force`: their layers are
 * then marked invalid and keep their values; `RegistryReadOnly` for a default registry.
 */
export function deleteRegistry(
  connection: Connection,
  registry: { form: RegistryForm; uid: string; force?: boolean },
): Promise<Result<void>> {
  const query = { force: registry.force ? 'true' : undefined }
  return send(connection, { method: 'DELETE', path: pathOf(registry.form, registry.uid), query }, readNothing)
}

function pathOf(form: RegistryForm, uid: string): string {
  if (form === 'pack') return apiPath`/v1/registries/pack/${uid}`
  if (form === 'helm') return apiPath`/v1/registries/helm/${uid}`
  return form === 'basic' ? apiPath`/v1/registries/oci/${uid}/basic` : apiPath`/v1/registries/oci/${uid}/ecr`
}

const read = <T>(connection: Connection, path: string, signal?: AbortSignal): Promise<Result<T>> =>
  send(connection, { method: 'GET', path, signal }, readJson<T>)

const replace = (connection: Connection, path: string, body: unknown): Promise<Result<void>> =>
  send(connection, { method: 'PUT', path, body }, readNothing)

const create = (
  connection: Connection,
  path: string,
  { input, skipSync }: { input: unknown; skipSync: boolean },
): Promise<Result<UidBody>> => {
  const query = { skipPackSync: skipSync ? 'true' : undefined }
  return send(connection, { method: 'POST', path, query, body: input }, readJson<UidBody>)
}

const test = (
  connection: Connection,
  { path, spec, signal }: { path: string; spec: unknown; signal: AbortSignal | undefined },
): Promise<Result<void>> => send(connection, { method: 'POST', path, body: spec, signal }, readNothing)
