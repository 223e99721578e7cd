import { api } from '@waybill/api-client'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { SAVED, useUnsavedGuard } from '../../../shared/navigation/use-unsaved-guard.ts'
import type { Role } from '../../../shared/roles/role.ts'
import { forgetSession } from '../../../shared/session/load-session.ts'
import { showFirstProblem } from '../../../shared/ui/forms/show-first-problem.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { useOnceAtATime } from '../../../shared/ui/sending/use-once-at-a-time.ts'
import { isSame, type RoleDraft, toInput } from './role-draft.ts'

/** The state of the form, and saving it. */
export function useRoleForm(start: RoleDraft, stored: Role | null) {
  const connection = useConnection()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(start)
  const { isBusy, once } = useOnceAtATime()
  const [nameProblem, setNameProblem] = useState('')
  const [failure, setFailure] = useState('')
  const blocker = useUnsavedGuard(!isSame(draft, start))
  const change = (changed: Partial<RoleDraft>) => {
    setDraft({ ...draft, ...changed })
    if (changed.name !== undefined) setNameProblem('')
    if (changed.permissions !== undefined) setFailure('')
  }
  const save = () => once(send)
  const send = async () => {
    if (draft.name.trim() === '') {
      setNameProblem('Enter a name.')
      return showFirstProblem()
    }
    if (draft.permissions.length === 0)
      return setFailure('Choose what the role allows: without a permission it does nothing.')
    const input = toInput(draft, stored)
    const result = stored
      ? await api.roles.replace(connection, { params: { uid: stored.metadata.uid }, body: input })
      : await api.roles.create(connection, { body: input })
    if (!result.ok) {
      const isTaken = result.error.kind === 'refusal' && result.error.code === 'RoleExists'
      setNameProblem(isTaken ? failureLine(result.error) : '')
      return setFailure(isTaken ? '' : failureLine(result.error))
    }
    forgetSession()
    showToast({ kind: 'success', title: `The role ${draft.name.trim()} is saved.` })
    const uid = stored?.metadata.uid ?? result.value?.uid ?? ''
    await navigate(paths.role(uid), { replace: true, state: SAVED })
  }
  return { draft, change, save, isBusy, nameProblem, failure, blocker }
}
