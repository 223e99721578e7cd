import {
  changeLayers,
  cloneProfile,
  deleteProfile,
  readProfile,
  type ApiError,
  type Connection,
} from '@waybill/api-client'
import type { ProfileBody } from '@waybill/api-contract'
import { useRef, useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import type { MovingLayer } from './use-decisions.ts'

/**
 * Saves versions and values of the layers at once and leads to them; a refusal stays on the page, and then nothing is saved. Where
 * somebody else saved meanwhile, everything is merged anew and can be applied again: what was decided before is in `before`.
 */
export function useApplyUpdates(profile: ProfileBody, moving: readonly MovingLayer[]) {
  const scope = useScope()
  const navigate = useNavigate()
  const connection = connectionOf(scope)
  const { uid, name } = profile.metadata
  const [isApplying, setIsApplying] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [before, setBefore] = useState<readonly MovingLayer[] | null>(null)
  const { revalidate } = useRevalidator()
  const isApplied = useRef(false)

  const run = async (save: () => Promise<Saved>, title: string) => {
    setIsApplying(true)
    setRefusal(null)
    const saved = await save()
    if (saved === 'changed') {
      setBefore(moving)
      await revalidate()
      return setIsApplying(false)
    }
    setIsApplying(false)
    if ('refusal' in saved) return setRefusal(saved.refusal)
    isApplied.current = true
    showToast({ kind: 'success', title })
    const search = new URLSearchParams({ layer: moving[0]?.packName ?? '' }).toString()
    await navigate(`${paths.profile(scope, saved.uid)}?${search}`)
  }
  const what = movedText(moving)
  const apply = () => run(() => saveInPlace(connection, uid, moving), `The draft has ${what} now.`)
  const applyAs = (version: string) => {
    const target =
      scope.kind === 'project' ? { scope: 'project' as const, projectUid: scope.uid } : { scope: 'tenant' as const }
    const save = () => saveInClone(connection, { uid, moving, metadata: { name, version, target } })
    return run(save, `${name} ${version} was made as a draft, with ${what}.`)
  }
  return { apply, applyAs, isApplying, refusal, before, isApplied }
}

/** `changed` where somebody else saved since the merge was made. */
type Saved = { uid: string } | { refusal: string } | 'changed'

const refused = (error: ApiError): Saved =>
  error.kind === 'refusal' && error.code === 'ProfileChanged' ? 'changed' : { refusal: failureLine(error) }

const movedText = (moving: readonly MovingLayer[]): string =>
  moving.map(({ packName, merge: { to } }) => `${packName} ${to.version}`).join(', ')

async function saveLayers(
  connection: Connection,
  { uid, moving, etag }: { uid: string; moving: readonly MovingLayer[]; etag: string },
): Promise<Saved> {
  const packs = moving.map(({ packName, merge: { to }, result }) => ({
    name: packName,
    uid: to.packUid,
    tag: to.version,
    values: result.text,
  }))
  const result = await changeLayers(connection, { uid, packs, etag })
  return result.ok ? { uid } : refused(result.error)
}

/** In place: all previews must have been made of the same profile. */
async function saveInPlace(connection: Connection, uid: string, moving: readonly MovingLayer[]): Promise<Saved> {
  const [etag = '', ...others] = new Set(moving.map(({ merge }) => merge.etag))
  return others.length > 0 ? 'changed' : saveLayers(connection, { uid, moving, etag })
}

interface CloneSave {
  uid: string
  moving: readonly MovingLayer[]
  metadata: Parameters<typeof cloneProfile>[2]
}

/** The layers of a clone are moved; where that is refused, the clone goes again, so that nothing half done is left. */
async function saveInClone(connection: Connection, { uid, moving, metadata }: CloneSave): Promise<Saved> {
  const now = await readProfile(connection, uid)
  if (!now.ok) return refused(now.error)
  if (moving.some(({ merge }) => merge.etag !== now.value.etag)) return 'changed'
  const clone = await cloneProfile(connection, uid, metadata)
  if (!clone.ok) return refused(clone.error)
  const saved = await saveLayers(connection, { uid: clone.value.uid, moving, etag: '*' })
  if (saved === 'changed' || 'refusal' in saved) await deleteProfile(connection, clone.value.uid)
  return saved
}
