import { api, type Connection } from '@waybill/api-client'
import { useMemo } from 'react'
import { create } from 'zustand'
import { changedMeanwhile, PROFILE_CHANGED } from '../profiles/changed-meanwhile.ts'
import { failureLine } from '../ui/messages/failure-text.ts'
import { showToast } from '../ui/messages/toast-store.ts'
import { counted } from '../ui/words/amounts.ts'

export interface ProfileToDelete {
  uid: string
  /** `web 1.2.0` */
  title: string
  /** The ETag of the state that was shown when the deletion was requested. */
  etag: string
}

interface Deletions {
  /** Deleted when their message disappears. */
  pending: ReadonlySet<string>
  /** Deleted here; entries of the browser's history may still point to them. */
  gone: ReadonlySet<string>
}

const useDeletions = create<Deletions>(() => ({ pending: new Set(), gone: new Set() }))

export const useDeletedHere = () => useDeletions((state) => state.gone)

/** Profiles that were deleted here, or will be once Undo expires, and that a list may still contain. */
export function useLeavingProfiles(): ReadonlySet<string> {
  const { pending, gone } = useDeletions()
  return useMemo(() => new Set([...pending, ...gone]), [pending, gone])
}

/** Whether the address of a profile should redirect to the list. */
export function isDeletedHere(uid: string): boolean {
  const { pending, gone } = useDeletions.getState()
  return pending.has(uid) || gone.has(uid)
}

/**
 * Deletes profiles when the message that offers Undo disappears: after ten seconds, later while it is hovered or
 * focused, at once when it is closed. Nothing is sent before, so closing or reloading the tab deletes nothing. Profiles
 * requested again meanwhile keep their first message: the Undo of a second one would not cancel the first.
 */
export function deleteLater(connection: Connection, asked: readonly ProfileToDelete[]): void {
  const profiles = asked.filter(({ uid }) => !isDeletedHere(uid))
  if (profiles.length === 0) return
  const uids = profiles.map(({ uid }) => uid)
  useDeletions.setState(({ pending }) => ({ pending: new Set([...pending, ...uids]) }))
  showToast({
    kind: 'info',
    title: `${named(profiles)} will be deleted.`,
    undo: () => settle(uids, []),
    onGone: () => void send(connection, profiles),
  })
}

async function send(connection: Connection, profiles: readonly ProfileToDelete[]): Promise<void> {
  const uids = profiles.map(({ uid }) => uid)
  const etags = Object.fromEntries(profiles.map(({ uid, etag }) => [uid, etag]))
  const result = await api.profiles.deleteBulk(connection, { body: { uids: [...uids], etags } })
  const failures = result.ok ? result.value.failures : []
  const missing = new Set(failures.filter(({ code }) => code === 'ResourceNotFound').map(({ uid }) => uid))
  const refused = new Map(
    result.ok
      ? await Promise.all(
          failures
            .filter(({ uid }) => !missing.has(uid))
            .map(async (failure) => [failure.uid, await reasonOf(connection, failure)] as const),
        )
      : uids.map((uid) => [uid, failureLine(result.error)] as const),
  )
  const gone = profiles.filter(({ uid }) => !refused.has(uid))
  settle(
    uids,
    gone.map(({ uid }) => uid),
  )
  const deleted = gone.filter(({ uid }) => !missing.has(uid))
  if (deleted.length > 0) showToast({ kind: 'success', title: `${named(deleted)} ${wasOrWere(deleted)} deleted.` })
  const goneBefore = gone.filter(({ uid }) => missing.has(uid))
  if (goneBefore.length > 0)
    showToast({ kind: 'info', title: `${named(goneBefore)} ${wasOrWere(goneBefore)} gone already.` })
  for (const { uid, title } of profiles) {
    const reason = refused.get(uid)
    if (reason !== undefined) showToast({ kind: 'danger', title: `${title} was not deleted. ${reason}` })
  }
}

const reasonOf = async (connection: Connection, { uid, errMsg, code }: Record<'uid' | 'errMsg' | 'code', string>) =>
  code === PROFILE_CHANGED ? changedMeanwhile(connection, uid) : errMsg

const settle = (uids: readonly string[], deleted: readonly string[]) =>
  useDeletions.setState(({ pending, gone }) => ({
    pending: new Set([...pending].filter((uid) => !uids.includes(uid))),
    gone: new Set([...gone, ...deleted]),
  }))

/** Their names, or only their number if there are many. */
const named = (profiles: readonly ProfileToDelete[]) =>
  profiles.length > 3 ? counted(profiles.length, 'profile') : profiles.map(({ title }) => title).join(', ')

const wasOrWere = ({ length }: readonly unknown[]) => (length === 1 ? 'was' : 'were')
