import { api, type ApiError, type Connection } from '@waybill/api-client'
import { momentWords } from '../ui/words/moment-words.ts'

/** The error code for a profile that has changed since it was read. */
export const PROFILE_CHANGED = 'ProfileChanged'

export const isProfileChanged = (error: ApiError): boolean => error.kind === 'refusal' && error.code === PROFILE_CHANGED

/** Says who changed it: `Kim Lee changed it at 14:02, after you saw it. Look at it, then do this again.` */
export async function changedMeanwhile(connection: Connection, uid: string): Promise<string> {
  const read = await api.profiles.get(connection, { params: { uid } })
  const who = (read.ok && read.value.status.lastModifiedBy) || 'Somebody'
  const when = read.ok ? ` ${momentWords(read.value.metadata.lastModifiedTimestamp)}` : ''
  return `${who} changed it${when}, after you saw it. Look at it, then do this again.`
}
