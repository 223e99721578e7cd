import { api, type ApiError, type Connection, ifMatch } from '@waybill/api-client'
import type { ProfileBody } from '@waybill/api-contract'
import { useRef, useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { paths } from '../../shared/navigation/paths.ts'
import { isProfileChanged } from '../../shared/profiles/changed-meanwhile.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../shared/ui/messages/toast-store.ts'
import type { MovingLayer } from './decisions/use-decisions.ts'

/**
 * Saves versions and values of the layers in one request and opens the profile. After a refusal nothing is saved and
 * the message stays on the page. If somebody else saved meanwhile, everything is merged again and can be applied again;
 * `before` holds the earlier decisions.
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
    const search = new URLSearchParams({ layer: moving[0]?.packName ?? '', ...DRAFT }).toString()
    await navigate(`${paths.profile(scope, saved.uid)}?${search}`)
  }
  const what = movedText(moving)
  const apply = () => run(() => saveLayers(connection, { uid, moving }), `The draft has ${what} now.`)
  const applyAs = (version: string) =>
    run(() => saveLayers(connection, { uid, moving, version }), `${name} ${version} was made as a draft, with ${what}.`)
  return { apply, applyAs, isApplying, refusal, before, isApplied }
}

/** The changes are in the draft; without this, the page would show the published version. */
const DRAFT = { state: 'draft' }

/** `changed` if somebody else saved after the merge. */
type Saved = { uid: string } | { refusal: string } | 'changed'

const refused = (error: ApiError): Saved => (isProfileChanged(error) ? 'changed' : { refusal: failureLine(error) })

const movedText = (moving: readonly MovingLayer[]): string =>
  moving.map(({ packName, merge: { to } }) => `${packName} ${to.version}`).join(', ')

interface Saving {
  uid: string
  moving: readonly MovingLayer[]
  /** Set if the changes become another version; absent if they change this one. */
  version?: string
}

/** Saves everything in one request. All previews must be of the same state of the profile. */
async function saveLayers(connection: Connection, { uid, moving, version }: Saving): Promise<Saved> {
  const [etag = '', ...others] = new Set(moving.map(({ merge }) => merge.etag))
  if (others.length > 0) return 'changed'
  const packs = moving.map(({ packName, merge: { to }, result }) => ({
    name: packName,
    uid: to.packUid,
    tag: to.version,
    values: result.text,
  }))
  if (version === undefined) {
    const changed = await api.layerEdits.changeSeveral(ifMatch(connection, etag), { params: { uid }, body: { packs } })
    return changed.ok ? { uid } : refused(changed.error)
  }
  const made = await api.profileEdits.saveAsVersion(ifMatch(connection, etag), {
    params: { uid },
    body: { spec: { version, packs } },
  })
  return made.ok ? { uid: made.value.uid } : refused(made.error)
}
