import { type Connection, createProfile, publishProfile, type Result, updateProfile } from '@waybill/api-client'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import type { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { INFO, type OpenedProfile } from '../state/builder-texts.ts'
import type { Texts } from '../state/texts.ts'
import { creationBody, updateBody } from './update-body.ts'

type Toast = Parameters<typeof showToast>[0]
type Sent = Result<{ uid: string; toast: Toast }>

interface Sending {
  state: { base: Texts; texts: Texts }
  isPublished: boolean
}

/** A new profile, in one request. */
export async function makeProfile(connection: Connection, { state: { texts }, isPublished }: Sending): Promise<Sent> {
  const made = await createProfile(connection, { body: creationBody(texts), isPublished })
  if (!made.ok) return made
  const title = `${texts[INFO.name] ?? ''} was ${isPublished ? 'published' : 'saved as a draft'}.`
  return { ok: true, value: { uid: made.value.uid, toast: { kind: 'success', title } } }
}

/** All changes of a profile in one request; its draft is published by a second one after that. */
export async function changeProfile(
  connection: Connection,
  { profile, etag }: OpenedProfile,
  { state, isPublished }: Sending,
): Promise<Sent> {
  const { uid } = profile.metadata
  const changed = await updateProfile(connection, { uid, etag, body: updateBody(state) })
  if (!changed.ok) return changed
  const published = isPublished ? await publishProfile(connection, uid) : null
  const toast: Toast =
    published?.ok === false
      ? { kind: 'danger', title: `Saved as a draft, but not published. ${failureLine(published.error)}` }
      : { kind: 'success', title: isPublished ? 'Saved and published.' : 'Saved as a draft.' }
  return { ok: true, value: { uid, toast } }
}
