import { api, type Result } from '@waybill/api-client'
import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { connectionOutcome } from '../../shared/registries/connection-outcome.ts'
import { TENANT } from '../../shared/http/connection.ts'
import { requestSync, testStoredRegistry } from '../../shared/registries/registry-requests.ts'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'

export interface RegistryRequests {
  /** Uids of registries with a request in progress. */
  busy: ReadonlySet<string>
  sync: (registry: ConsoleRegistryBody) => void
  cancel: (registry: ConsoleRegistryBody) => void
  test: (registry: ConsoleRegistryBody) => void
}

/** The requests of the rows; the list is reloaded after each. */
export function useRegistryRequests(): RegistryRequests {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const { revalidate } = useRevalidator()
  const ask = async <T>(uid: string, request: Promise<Result<T>>): Promise<Result<T>> => {
    setBusy((before) => new Set([...before, uid]))
    const result = await request
    setBusy((before) => new Set([...before].filter((other) => other !== uid)))
    return result
  }
  const change = async (uid: string, request: Promise<Result<unknown>>) => {
    const result = await ask(uid, request)
    if (!result.ok) showToast({ kind: 'danger', title: failureLine(result.error) })
    await revalidate()
  }
  const test = async (registry: ConsoleRegistryBody) => {
    const { name, endpoint, uid } = registry
    showToast({ kind: 'info', title: `Testing the connection to ${name}…` })
    const result = await ask(uid, testStoredRegistry(registry))
    const { kind, title, next } = connectionOutcome(result.ok ? null : result.error, endpoint)
    showToast({ kind, title: [`${name}: ${title}.`, next].filter(Boolean).join(' ') })
  }
  return {
    busy,
    sync: (registry) => void change(registry.uid, requestSync(registry)),
    cancel: (registry) => void change(registry.uid, api.consoleSyncs.cancel(TENANT, { params: { uid: registry.uid } })),
    test: (registry) => void test(registry),
  }
}
