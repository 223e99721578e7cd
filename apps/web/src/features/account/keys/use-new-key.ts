import { api, type ApiError } from '@waybill/api-client'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { useOnceAtATime } from '../../../shared/ui/sending/use-once-at-a-time.ts'
import { endOf, type Expiry } from './expiry.ts'

/** The key stays in the dialog's own state: it is kept nowhere once that closes. */
export function useNewKey() {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const { isBusy, once } = useOnceAtATime()
  const [refusal, setRefusal] = useState<{ name: string; error: ApiError } | null>(null)
  const [apiKey, setApiKey] = useState<string | null>(null)
  const make = (name: string, expiry: Expiry) =>
    once(async () => {
      const result = await api.apiKeys.create(connection, {
        body: { metadata: { name: name.trim() }, spec: { expiry: endOf(expiry) ?? '' } },
      })
      if (!result.ok) return setRefusal({ name, error: result.error })
      setApiKey(result.value.apiKey)
      await revalidate()
    })
  const isTaken = (name: string) =>
    refusal?.name === name && refusal.error.kind === 'refusal' && refusal.error.code === 'ApiKeyExists'
  return { isBusy, error: refusal?.error ?? null, isTaken, apiKey, make }
}
