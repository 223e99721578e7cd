import { api, type Result } from '@waybill/api-client'
import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { TENANT } from '../http/connection.ts'
import type { RegistryDraft } from './draft/registry-draft.ts'
import { ecrSpec, helmSpec, metadataOf, ociSpec, packSpec } from './draft/registry-spec.ts'
import { ecrDraft, helmDraft, ociDraft, packDraft } from './draft/stored-draft.ts'

/** The operations on the four representations of a registry. */
export const registryForms = {
  pack: { own: api.packRegistries, syncs: api.packRegistrySyncs },
  helm: { own: api.helmRegistries, syncs: api.helmRegistrySyncs },
  basic: { own: api.basicOciRegistries, syncs: api.basicOciRegistrySyncs },
  ecr: { own: api.ecrRegistries, syncs: api.ecrRegistrySyncs },
} as const

export type RegistryForm = keyof typeof registryForms

/** The representation that a registry has in the API. */
export function formOf({ kind, ociType }: Pick<ConsoleRegistryBody, 'kind' | 'ociType'>): RegistryForm {
  if (kind !== 'oci') return kind
  return ociType === 'ecr' ? 'ecr' : 'basic'
}

/** A stored registry without its secrets. */
export function readRegistry(form: RegistryForm, uid: string, signal?: AbortSignal): Promise<Result<RegistryDraft>> {
  switch (form) {
    case 'pack':
      return api.packRegistries.get(TENANT, { params: { uid }, signal }).then(mapped(packDraft))
    case 'helm':
      return api.helmRegistries.get(TENANT, { params: { uid }, signal }).then(mapped(helmDraft))
    case 'basic':
      return api.basicOciRegistries.get(TENANT, { params: { uid }, signal }).then(mapped(ociDraft))
    default:
      return api.ecrRegistries.get(TENANT, { params: { uid }, signal }).then(mapped(ecrDraft))
  }
}

function mapped<From, To>(map: (value: From) => To): (result: Result<From>) => Result<To> {
  return (result) => (result.ok ? { ok: true, value: map(result.value) } : result)
}

export function createRegistry(draft: RegistryDraft, { skipSync }: { skipSync: boolean }) {
  const metadata = metadataOf(draft)
  const none = { registryUid: '' }
  const query = { skipPackSync: skipSync ? ('true' as const) : undefined }
  switch (draft.kind) {
    case 'pack':
      return api.packRegistries.create(TENANT, { query, body: { metadata, spec: packSpec(draft, none) } })
    case 'helm': {
      const spec = { ...helmSpec(draft, none), createOption: { skipSync } }
      return api.helmRegistries.create(TENANT, { body: { metadata, spec } })
    }
    case 'oci':
      return api.basicOciRegistries.create(TENANT, { query, body: { metadata, spec: ociSpec(draft, none) } })
    default:
      return api.ecrRegistries.create(TENANT, { query, body: { metadata, spec: ecrSpec(draft, none) } })
  }
}

export function updateRegistry(draft: RegistryDraft, uid: string): Promise<Result<void>> {
  const metadata = metadataOf(draft)
  const stored = { registryUid: uid }
  switch (draft.kind) {
    case 'pack':
      return api.packRegistries.replace(TENANT, { params: { uid }, body: { metadata, spec: packSpec(draft, stored) } })
    case 'helm':
      return api.helmRegistries.replace(TENANT, { params: { uid }, body: { metadata, spec: helmSpec(draft, stored) } })
    case 'oci':
      return api.basicOciRegistries.replace(TENANT, {
        params: { uid },
        body: { metadata, spec: ociSpec(draft, stored) },
      })
    default:
      return api.ecrRegistries.replace(TENANT, { params: { uid }, body: { metadata, spec: ecrSpec(draft, stored) } })
  }
}

/** Tests the connection to a registry. With the uid of a stored registry, secrets that were kept are taken from it. */
export function testRegistry(draft: RegistryDraft, uid: string): Promise<Result<void>> {
  const stored = { registryUid: uid }
  switch (draft.kind) {
    case 'pack':
      return api.packRegistries.test(TENANT, { body: packSpec(draft, stored) })
    case 'helm':
      return api.helmRegistries.test(TENANT, { body: helmSpec(draft, stored) })
    case 'oci':
      return api.basicOciRegistries.test(TENANT, { body: ociSpec(draft, stored) })
    default:
      return api.ecrRegistries.test(TENANT, { body: ecrSpec(draft, stored) })
  }
}

/** Tests the connection to a stored registry. */
export async function testStoredRegistry(registry: ConsoleRegistryBody): Promise<Result<void>> {
  const read = await readRegistry(formOf(registry), registry.uid)
  return read.ok ? testRegistry(read.value, registry.uid) : read
}

/** Starts a sync of the registry, or joins one that is running. */
export const requestSync = (registry: ConsoleRegistryBody) =>
  registryForms[formOf(registry)].syncs.start(TENANT, { params: { uid: registry.uid } })
