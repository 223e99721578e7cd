import { requestRegistrySync, type Result } from '@waybill/api-client'
import type { DraftKind, RegistryDraft } from '../../shared/registries/registry-draft.ts'
import { createRegistry, TENANT, updateRegistry } from '../../shared/registries/registry-requests.ts'

const FORMS = { pack: 'pack', helm: 'helm', oci: 'basic', ecr: 'ecr' } as const satisfies Record<DraftKind, string>

interface SaveOptions {
  /** Empty to add one. */
  uid: string
  isSynced: boolean
}

/** Adds or replaces a registry, and has it synced if that is wished. */
export async function saveRegistry(typed: RegistryDraft, { uid, isSynced }: SaveOptions): Promise<Result<unknown>> {
  const draft = { ...typed, name: typed.name.trim(), endpoint: typed.endpoint.trim() }
  if (uid === '') return createRegistry(draft, { skipSync: !isSynced })
  const saved = await updateRegistry(draft, uid)
  if (!saved.ok || !isSynced) return saved
  return requestRegistrySync(TENANT, { form: FORMS[draft.kind], uid })
}
