import { api, type Connection, ifMatch, type Result } from '@waybill/api-client'
import type { showToast } from '../../../../shared/ui/messages/toast-store.ts'
import { INFO, type OpenedProfile } from '../../state/builder-texts.ts'
import type { Changing } from '../../state/texts.ts'
import { creationBody, updateBody } from './update-body.ts'

type Toast = Parameters<typeof showToast>[0]
export type Sent = Result<{ uid: string; toast: Toast }>

export interface SaveAs {
  isPublished: boolean
  /** Set if the changes become another version; absent if they change this one. */
  version?: string
  /** Whether only description and tags are changed, which belong to no draft. */
  isDescribing?: boolean
}

export interface Sending extends SaveAs {
  state: Changing
}

const saidOf = (name: string, { isPublished }: SaveAs) =>
  `${name} was ${isPublished ? 'published' : 'saved as a draft'}.`

/** Creates a profile in one request. */
export async function makeProfile(connection: Connection, sending: Sending): Promise<Sent> {
  const { texts } = sending.state
  const made = await api.profileEdits.create(connection, {
    query: { publish: `${sending.isPublished}` },
    body: creationBody(texts),
  })
  if (!made.ok) return made
  const toast: Toast = { kind: 'success', title: saidOf(texts[INFO.name] ?? '', sending) }
  return { ok: true, value: { uid: made.value.uid, toast } }
}

/**
 * Sends all changes of a profile in one request: they are written, and published if requested, as a whole or not at
 * all.
 */
export async function changeProfile(
  connection: Connection,
  { profile, etag }: OpenedProfile,
  sending: Sending,
): Promise<Sent> {
  const { version, isPublished, isDescribing } = sending
  const { uid } = profile.metadata
  const body = updateBody(sending.state)
  const how = { params: { uid }, query: { publish: `${isPublished}` } } as const
  if (version !== undefined) {
    const made = await api.profileEdits.saveAsVersion(ifMatch(connection, etag), {
      ...how,
      body: { ...body, spec: { ...body.spec, version } },
    })
    if (!made.ok) return made
    return { ok: true, value: { uid: made.value.uid, toast: { kind: 'success', title: saidOf(version, sending) } } }
  }
  const changed = await api.profileEdits.update(ifMatch(connection, etag), { ...how, body })
  if (!changed.ok) return changed
  const title = isDescribing ? 'Saved.' : isPublished ? 'Saved and published.' : 'Saved as a draft.'
  return { ok: true, value: { uid, toast: { kind: 'success', title } } }
}
