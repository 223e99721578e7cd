import type { ApiError } from '@waybill/api-client'
import { useRef, useState } from 'react'
import { type Blocker, useLocation, useNavigate } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { usePageGuard } from '../../../shared/navigation/use-unsaved-guard.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { useOnceAtATime } from '../../../shared/ui/sending/use-once-at-a-time.ts'
import { changedKeys } from '../state/builder-reducer.ts'
import { useBuilder, useBuilderStore } from '../state/builder-store.ts'
import { type OpenedProfile, textsOf } from '../state/builder-texts.ts'
import { openProfile } from './sending/open-profile.ts'
import { isTaken, sendChanges } from './sending/send-changes.ts'
import { makeProfile, type SaveAs } from './sending/send-profile.ts'

export interface Saving {
  /** Null for a new profile. */
  opened: OpenedProfile | null
  isBusy: boolean
  error: ApiError | null
  /** The version number to be created, if somebody else has taken it meanwhile. */
  taken: string | null
  blocker: Blocker
  /** Saves everything in one request. */
  save: (as: SaveAs) => Promise<void>
  /**
   * Reads what somebody else saved and applies the changes made here on top of it. Returns whether it could be read.
   */
  merge: () => Promise<boolean>
}

/** Saving, with its conflicts and refusals. `forget` discards the changes kept in the browser once they are saved. */
export function useSave(initial: OpenedProfile | null, forget: () => void): Saving {
  const scope = useScope()
  const store = useBuilderStore()
  const navigate = useNavigate()
  const { search } = useLocation()
  const [opened, setOpened] = useState(initial)
  const { isBusy, once } = useOnceAtATime()
  const [error, setError] = useState<ApiError | null>(null)
  const [taken, setTaken] = useState<string | null>(null)
  const isSaved = useRef(false)
  const hasChanges = useBuilder((state) => changedKeys(state).length > 0)
  const blocker = usePageGuard(hasChanges, isSaved)
  const connection = connectionOf(scope)

  const send = async (as: SaveAs) => {
    const sending = { state: store.getState(), ...as }
    const { result, opened: again } =
      opened === null
        ? { result: await makeProfile(connection, sending) }
        : await sendChanges(connection, opened, sending)
    if (again) setOpened(again)
    const isNumberTaken = !result.ok && again !== undefined && isTaken(again, as.version)
    setTaken(isNumberTaken ? (as.version ?? null) : null)
    if (!result.ok) return setError(isNumberTaken ? null : result.error)
    forget()
    isSaved.current = true
    store.getState().dispatch({ type: 'discard' })
    showToast(result.value.toast)
    await navigate({ pathname: paths.profile(scope, result.value.uid), search })
  }

  const mergeSaved = async () => {
    if (opened === null) return false
    const result = await openProfile(connection, opened.profile.metadata.uid)
    setError(result.ok ? null : result.error)
    if (!result.ok) return false
    setOpened(result.value)
    store.getState().dispatch({ type: 'rebase', base: textsOf(result.value) })
    return true
  }
  return {
    opened,
    isBusy,
    error,
    taken,
    blocker,
    save: (as) => once(() => send(as)),
    merge: async () => (await once(mergeSaved)) === true,
  }
}
