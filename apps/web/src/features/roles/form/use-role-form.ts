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
import { useSending } from '../../../shared/ui/sending/use-sending.ts'
import { isSame, type RoleDraft, toInput } from './role-draft.ts'

/** The state of the form, and saving it. */
export function useRoleForm(start: RoleDraft, stored: Role | null) {
  const connection = useConnection()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(start)
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, error, send, isOpen } = useSending(JSON.stringify(draft))
  const blocker = useUnsavedGuard(!isSame(draft, start))
  const change = (changed: Partial<RoleDraft>) => setDraft({ ...draft, ...changed })
  const isNameless = draft.name.trim() === ''
  const allowsNothing = draft.permissions.length === 0
  const save = async () => {
    setWasSent(true)
    if (isNameless) return showFirstProblem()
    if (allowsNothing) return
    const input = toInput(draft, stored)
    await send<{ uid: string } | void>(
      () =>
        stored
          ? api.roles.replace(connection, { params: { uid: stored.metadata.uid }, body: input })
          : api.roles.create(connection, { body: input }),
      async (made) => {
        forgetSession()
        showToast({ kind: 'success', title: `The role ${draft.name.trim()} is saved.` })
        const uid = stored?.metadata.uid ?? (made ? made.uid : '')
        if (isOpen()) await navigate(paths.role(uid), { replace: true, state: SAVED })
      },
    )
  }
  const refused = error === null ? '' : failureLine(error)
  const isTaken = error?.kind === 'refusal' && error.code === 'RoleExists'
  return {
    draft,
    change,
    save,
    isBusy,
    blocker,
    nameProblem: wasSent && isNameless ? 'Enter a name.' : isTaken ? refused : '',
    failure: wasSent && allowsNothing ? NOTHING_ALLOWED : isTaken ? '' : refused,
  }
}

const NOTHING_ALLOWED = 'Choose what the role allows: without a permission it does nothing.'
