import { api, type ApiError } from '@waybill/api-client'
import type { SsoBody, SsoProblem } from '@waybill/api-contract'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useConnection } from '../../shared/http/use-connection.ts'
import { forbiddenText } from '../../shared/registries/connection-outcome.ts'
import { showFirstProblem } from '../../shared/ui/forms/show-first-problem.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import { useSending } from '../../shared/ui/sending/use-sending.ts'
import { draftOf, inputOf, problemsOf, type SsoDraft, type SsoProblems } from './sso-draft.ts'

export interface SsoForm {
  draft: SsoDraft
  /** Shown after the first attempt to send. */
  problems: SsoProblems
  isChanged: boolean
  busy: 'saving' | 'testing' | null
  /** Why the server refused this draft, unless a field says it. */
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
  const [task, setTask] = useState<SsoForm['busy']>(null)
  const { isBusy, error, send } = useSending(JSON.stringify(changes))
  const [tested, setTested] = useState<SsoProblem | null>()
  const draft = { ...draftOf(stored), ...changes }
  const found = problemsOf(draft)
  const isForbidden = error?.kind === 'refusal' && error.code === 'ForbiddenUrl'
  const problems = { ...(wasSent && found), ...(isForbidden && { issuer: forbiddenText(draft.issuer) }) }
  /** @returns whether it may be sent */
  const begin = (begun: 'saving' | 'testing') => {
    setWasSent(true)
    setTested(undefined)
    setTask(begun)
    const isWhole = Object.keys(found).length === 0
    if (!isWhole) showFirstProblem()
    return isWhole
  }
  const cancel = () => {
    setChanges({})
    setWasSent(false)
    setTested(undefined)
  }
  const save = async () => {
    if (!begin('saving')) return
    await send(
      () => api.sso.replace(connection, { body: inputOf(draft) }),
      async () => {
        await revalidate()
        cancel()
        showToast({ kind: 'success', title: 'Single sign-on saved.' })
      },
    )
    showFirstProblem()
  }
  const test = async () => {
    if (!begin('testing')) return
    await send(
      () => api.sso.test(connection, { body: inputOf(draft) }),
      ({ problem }) => setTested(problem),
    )
    showFirstProblem()
  }
  const change = (next: Partial<SsoDraft>) => {
    setChanges({ ...changes, ...next })
    setTested(undefined)
  }
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(stored))
  const busy = isBusy ? task : null
  const shown = { problems, error: isForbidden ? null : error, tested }
  return { draft, isChanged, busy, ...shown, change, cancel, save, test }
}
