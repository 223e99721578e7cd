import { api, type ApiError } from '@waybill/api-client'
import type { TenantBody, TenantInput } from '@waybill/api-contract'
import { useState } from 'react'
import { useConnection } from '../../shared/http/use-connection.ts'
import { useChange } from '../../shared/ui/sending/use-change.ts'

export interface TenantForm {
  draft: TenantInput
  isChanged: boolean
  isBusy: boolean
  /** Why the server refused this draft. */
  error: ApiError | null
  change: (change: Partial<TenantInput>) => void
  cancel: () => void
  save: () => Promise<void>
}

/** The settings as edited in the form; once saved, they apply to the header and all pages at once. */
export function useTenantForm(stored: TenantBody): TenantForm {
  const connection = useConnection()
  const [changes, setChanges] = useState<Partial<TenantInput>>({})
  const { name, colour, keepsPublished, registriesMustMatch } = { ...stored, ...changes }
  const draft = { name, colour, keepsPublished, registriesMustMatch }
  const cancel = () => setChanges({})
  const { isBusy, error, change: send } = useChange(cancel, JSON.stringify(draft))
  return {
    draft,
    isChanged: isOther(draft, stored),
    isBusy,
    error,
    change: (change) => setChanges((before) => ({ ...before, ...change })),
    cancel,
    save: () =>
      send(() => api.tenant.replace(connection, { body: { ...draft, name: name.trim() } }), 'Settings saved.'),
  }
}

const isOther = (draft: TenantInput, stored: TenantInput) =>
  draft.name.trim() !== stored.name ||
  (['colour', 'keepsPublished', 'registriesMustMatch'] as const).some((setting) => draft[setting] !== stored[setting])
