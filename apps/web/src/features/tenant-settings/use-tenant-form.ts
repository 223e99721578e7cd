import { api, type ApiError } from '@waybill/api-client'
import type { TenantBody, TenantInput } from '@waybill/api-contract'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../shared/http/use-connection.ts'
import { forgetSession } from '../../shared/session/load-session.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import { useOnceAtATime } from '../../shared/ui/sending/use-once-at-a-time.ts'

export interface TenantForm {
  draft: TenantInput
  isChanged: boolean
  isBusy: boolean
  /** What the server refused of this draft. */
  error: ApiError | null
  change: (change: Partial<TenantInput>) => void
  cancel: () => void
  save: () => Promise<void>
}

/** The settings as they are typed; saved, they hold for the bar and for all pages at once. */
export function useTenantForm(stored: TenantBody): TenantForm {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const [changes, setChanges] = useState<Partial<TenantInput>>({})
  const { isBusy, once } = useOnceAtATime()
  const [error, setError] = useState<ApiError | null>(null)
  const { name, colour, keepsPublished, registriesMustMatch } = { ...stored, ...changes }
  const draft = { name, colour, keepsPublished, registriesMustMatch }
  const change = (change: Partial<TenantInput>) => {
    setChanges((before) => ({ ...before, ...change }))
    setError(null)
  }
  const cancel = () => {
    setChanges({})
    setError(null)
  }
  const save = () =>
    once(async () => {
      const result = await api.tenant.replace(connection, { body: { ...draft, name: name.trim() } })
      if (!result.ok) return setError(result.error)
      forgetSession()
      await revalidate()
      cancel()
      showToast({ kind: 'success', title: 'Settings saved.' })
    })
  return { draft, isChanged: isOther(draft, stored), isBusy, error, change, cancel, save }
}

const isOther = (draft: TenantInput, stored: TenantInput) =>
  draft.name.trim() !== stored.name ||
  (['colour', 'keepsPublished', 'registriesMustMatch'] as const).some((setting) => draft[setting] !== stored[setting])
