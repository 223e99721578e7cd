import type { ApiError, Connection } from '@waybill/api-client'
import { isProfileChanged } from '../../../../shared/profiles/changed-meanwhile.ts'
import { changedKeys } from '../../state/builder-reducer.ts'
import { type OpenedProfile, textsOf } from '../../state/builder-texts.ts'
import { openProfile } from './open-profile.ts'
import { changeProfile, type Sending, type Sent } from './send-profile.ts'

interface Answer {
  result: Sent
  /** The profile as read again, if only its list of versions has changed. */
  opened?: OpenedProfile
}

/**
 * Sends all changes. Tries once more if only the list of the profile's versions has changed meanwhile, unless the
 * version to be created is now taken.
 */
export async function sendChanges(connection: Connection, opened: OpenedProfile, sending: Sending): Promise<Answer> {
  const result = await changeProfile(connection, opened, sending)
  if (result.ok || !mayBeOfVersions(result.error)) return { result }
  const again = await openProfile(connection, opened.profile.metadata.uid)
  if (!again.ok || changedKeys({ base: sending.state.base, texts: textsOf(again.value) }).length > 0) return { result }
  if (isTaken(again.value, sending.version)) return { result, opened: again.value }
  return { result: await changeProfile(connection, again.value, sending), opened: again.value }
}

/** A profile's ETag also changes when another version becomes the newest. */
const mayBeOfVersions = (error: ApiError) =>
  isProfileChanged(error) || (error.kind === 'refusal' && error.code === 'ClusterProfileAlreadyExists')

export const isTaken = ({ profile }: OpenedProfile, wanted: string | undefined): wanted is string =>
  wanted !== undefined && profile.spec.versions.some(({ version }) => version === wanted)
