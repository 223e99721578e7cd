import type { Result } from '@waybill/api-client'
import type { RegistryDraft } from '../../../shared/registries/draft/registry-draft.ts'
import { createRegistry, updateRegistry } from '../../../shared/registries/registry-requests.ts'

interface SaveOptions {
  /** Empty to add one. */
  uid: string
  /** Whether a new one is read at once. Of one that is there the server decides: it reads it when it is another place now. */
  isSynced: boolean
}

/** Adds or replaces a registry. */
export function saveRegistry(typed: RegistryDraft, { uid, isSynced }: SaveOptions): Promise<Result<unknown>> {
  const draft = { ...typed, name: typed.name.trim(), endpoint: typed.endpoint.trim() }
  return uid === '' ? createRegistry(draft, { skipSync: !isSynced }) : updateRegistry(draft, uid)
}
