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
 * focused, at once when it is closed or the user signs out. Nothing is sent before, so closing or reloading the tab
 * deletes nothing. Profiles requested again meanwhile keep their first message: the Undo of a second one would not
 * cancel the first.
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
    onGone: () => send(connection, profiles),
  })
}

/** Resolves to whether all of them are gone. */
async function send(connection: Connection, profiles: readonly ProfileToDelete[]): Promise<boolean> {
  const uids = profiles.map(({ uid }) => uid)
  const etags = Object.fromEntries(profiles.map(({ uid, etag }) => [uid, etag]))
  const result = await api.profiles.deleteBulk(connection, { body: { uids: [...uids], etags } })
  if (!result.ok) {
    settle(uids, [])
    showToast({ kind: 'danger', title: `${withVerb(profiles)} not deleted. ${failureLine(result.error)}` })
    return false
  }
  const failures = new Map(result.value.failures.map((failure) => [failure.uid, failure]))
  const deleted: ProfileToDelete[] = []
  const goneBefore: ProfileToDelete[] = []
  for (const profile of profiles) {
    const failure = failures.get(profile.uid)
    if (!failure) deleted.push(profile)
    else if (failure.code === 'ResourceNotFound') goneBefore.push(profile)
    else void sayRefused(connection, profile, failure)
  }
  settle(
    uids,
    [...deleted, ...goneBefore].map(({ uid }) => uid),
  )
  if (deleted.length > 0) showToast({ kind: 'success', title: `${withVerb(deleted)} deleted.` })
  if (goneBefore.length > 0) showToast({ kind: 'info', title: `${withVerb(goneBefore)} gone already.` })
  return deleted.length + goneBefore.length === profiles.length
}

async function sayRefused(
  connection: Connection,
  { uid, title }: ProfileToDelete,
  { code, errMsg }: Record<'code' | 'errMsg', string>,
) {
  const reason = code === PROFILE_CHANGED ? await changedMeanwhile(connection, uid) : errMsg
  showToast({ kind: 'danger', title: `${title} was not deleted. ${reason}` })
}

const settle = (uids: readonly string[], deleted: readonly string[]) =>
  useDeletions.setState(({ pending, gone }) => ({
    pending: new Set([...pending].filter((uid) => !uids.includes(uid))),
    gone: new Set([...gone, ...deleted]),
  }))

/** Their names, or only their number if there are many. */
const named = (profiles: readonly ProfileToDelete[]) =>
  profiles.length > 3 ? counted(profiles.length, 'profile') : profiles.map(({ title }) => title).join(', ')

/** `web 1.2.0 was`, `12 profiles were` */
const withVerb = (profiles: readonly ProfileToDelete[]) =>
  `${named(profiles)} ${profiles.length === 1 ? 'was' : 'were'}`
