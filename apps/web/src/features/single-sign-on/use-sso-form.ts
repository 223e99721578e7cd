import { api, type ApiError } from '@waybill/api-client'
import type { SsoBody, SsoProblem } from '@waybill/api-contract'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../shared/http/use-connection.ts'
import { showFirstProblem } from '../../shared/ui/forms/show-first-problem.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import { draftOf, inputOf, problemsOf, type SsoDraft, type SsoProblems } from './sso-draft.ts'

export interface SsoForm {
  draft: SsoDraft
  /** Shown after the first attempt to send. */
  problems: SsoProblems
  isChanged: boolean
  busy: 'saving' | 'testing' | null
  /** Why the server refused this draft. */
  error: ApiError | null
  /** The result of testing this draft; undefined before a test. */
  tested: SsoProblem | null | undefined
  change: (change: Partial<SsoDraft>) => void
  cancel: () => void
  save: () => Promise<void>
  test: () => Promise<void>
}

export function useSsoForm(stored: SsoBody): SsoForm {
  const connection = useConnection()
  const { revalidate } = useRevalidator()
  const [changes, setChanges] = useState<Partial<SsoDraft>>({})
  const [wasSent, setWasSent] = useState(false)
  const [busy, setBusy] = useState<SsoForm['busy']>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [tested, setTested] = useState<SsoProblem | null>()
  const draft = { ...draftOf(stored), ...changes }
  const problems = problemsOf(draft)
  const forget = () => {
    setError(null)
    setTested(undefined)
  }
  /** @returns whether it may be sent */
  const check = () => {
    setWasSent(true)
    forget()
    if (Object.keys(problems).length > 0) showFirstProblem()
    return Object.keys(problems).length === 0
  }
  const cancel = () => {
    setChanges({})
    setWasSent(false)
    forget()
  }
  const save = async () => {
    if (!check()) return
    setBusy('saving')
    const result = await api.sso.replace(connection, { body: inputOf(draft) })
    if (result.ok) {
      await revalidate()
      cancel()
      showToast({ kind: 'success', title: 'Single sign-on saved.' })
    } else {
      setError(result.error)
    }
    setBusy(null)
  }
  const test = async () => {
    if (!check()) return
    setBusy('testing')
    const result = await api.sso.test(connection, { body: inputOf(draft) })
    setBusy(null)
    if (result.ok) setTested(result.value.problem)
    else setError(result.error)
  }
  const change = (next: Partial<SsoDraft>) => {
    setChanges({ ...changes, ...next })
    forget()
  }
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(stored))
  return { draft, problems: wasSent ? problems : {}, isChanged, busy, error, tested, change, cancel, save, test }
}
