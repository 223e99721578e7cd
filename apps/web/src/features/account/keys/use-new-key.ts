import { api } from '@waybill/api-client'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { useSending } from '../../../shared/ui/sending/use-sending.ts'
import { endOf, type Expiry } from './expiry.ts'

/** The key is kept only in the state of the open dialog. */
export function useNewKey(name: string) {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const { isBusy, error, send } = useSending(name)
  const [apiKey, setApiKey] = useState<string | null>(null)
  const make = (expiry: Expiry) =>
    send(
      () =>
        api.apiKeys.create(connection, {
          body: { metadata: { name: name.trim() }, spec: { expiry: endOf(expiry) } },
        }),
      (made) => {
        setApiKey(made.apiKey)
        return revalidate()
      },
    )
  return { isBusy, error, apiKey, make }
}
