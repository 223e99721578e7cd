import {
  createBasicOciRegistry,
  createEcrRegistry,
  createHelmRegistry,
  createPackRegistry,
  getBasicOciRegistry,
  getEcrRegistry,
  getHelmRegistry,
  getPackRegistry,
  type RegistryForm,
  type Result,
  testBasicOciRegistry,
  testEcrRegistry,
  testHelmRegistry,
  testPackRegistry,
  updateBasicOciRegistry,
  updateEcrRegistry,
  updateHelmRegistry,
  updatePackRegistry,
} from '@waybill/api-client'
import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { TENANT } from '../http/connection.ts'
import type { RegistryDraft } from './draft/registry-draft.ts'
import { ecrSpec, helmSpec, metadataOf, ociSpec, packSpec } from './draft/registry-spec.ts'
import { ecrDraft, helmDraft, ociDraft, packDraft } from './draft/stored-draft.ts'

/** The form that a registry is read and written in. */
export function formOf({ kind, ociType }: Pick<ConsoleRegistryBody, 'kind' | 'ociType'>): RegistryForm {
  if (kind !== 'oci') return kind
  return ociType === 'ecr' ? 'ecr' : 'basic'
}

/** A stored registry, secrets left out. */
export function readRegistry(form: RegistryForm, uid: string, signal?: AbortSignal): Promise<Result<RegistryDraft>> {
  switch (form) {
    case 'pack':
      return getPackRegistry(TENANT, uid, signal).then(mapped(packDraft))
    case 'helm':
      return getHelmRegistry(TENANT, uid, signal).then(mapped(helmDraft))
    case 'basic':
      return getBasicOciRegistry(TENANT, uid, signal).then(mapped(ociDraft))
    default:
      return getEcrRegistry(TENANT, uid, signal).then(mapped(ecrDraft))
  }
}

function mapped<From, To>(map: (value: From) => To): (result: Result<From>) => Result<To> {
  return (result) => (result.ok ? { ok: true, value: map(result.value) } : result)
}

export function createRegistry(draft: RegistryDraft, { skipSync }: { skipSync: boolean }) {
  const metadata = metadataOf(draft)
  const none = { registryUid: '' }
  switch (draft.kind) {
    case 'pack':
      return createPackRegistry(TENANT, { metadata, spec: packSpec(draft, none) }, skipSync)
    case 'helm':
      return createHelmRegistry(TENANT, { metadata, spec: helmSpec(draft, none) }, skipSync)
    case 'oci':
      return createBasicOciRegistry(TENANT, { metadata, spec: ociSpec(draft, none) }, skipSync)
    default:
      return createEcrRegistry(TENANT, { metadata, spec: ecrSpec(draft, none) }, skipSync)
  }
}

export function updateRegistry(draft: RegistryDraft, uid: string): Promise<Result<void>> {
  const metadata = metadataOf(draft)
  const stored = { registryUid: uid }
  switch (draft.kind) {
    case 'pack':
      return updatePackRegistry(TENANT, uid, { metadata, spec: packSpec(draft, stored) })
    case 'helm':
      return updateHelmRegistry(TENANT, uid, { metadata, spec: helmSpec(draft, stored) })
    case 'oci':
      return updateBasicOciRegistry(TENANT, uid, { metadata, spec: ociSpec(draft, stored) })
    default:
      return updateEcrRegistry(TENANT, uid, { metadata, spec: ecrSpec(draft, stored) })
  }
}

/** Asks a registry whether it lets us in. With the uid of a stored one, kept secrets are those of it. */
export function testRegistry(draft: RegistryDraft, uid: string, signal?: AbortSignal): Promise<Result<void>> {
  const stored = { registryUid: uid }
  switch (draft.kind) {
    case 'pack':
      return testPackRegistry(TENANT, packSpec(draft, stored), signal)
    case 'helm':
      return testHelmRegistry(TENANT, helmSpec(draft, stored), signal)
    case 'oci':
      return testBasicOciRegistry(TENANT, ociSpec(draft, stored), signal)
    default:
      return testEcrRegistry(TENANT, ecrSpec(draft, stored), signal)
  }
}

/** The same for a registry as it is stored. */
export async function testStoredRegistry(registry: ConsoleRegistryBody, signal?: AbortSignal): Promise<Result<void>> {
  const read = await readRegistry(formOf(registry), registry.uid, signal)
  return read.ok ? testRegistry(read.value, registry.uid, signal) : read
}
