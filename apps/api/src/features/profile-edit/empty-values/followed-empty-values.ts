import type { EmptyValue } from '@waybill/profile-format'
import type { EditedProfile } from '../edited-profile.ts'
import { renamedTexts } from '../renamed-texts.ts'

/** The profile with its empty values under the new names of renamed layers and manifests. */
export function withFollowedEmptyValues(edited: EditedProfile, before: EditedProfile): EditedProfile {
  if (edited.emptyValues.length === 0) return edited
  const renamed = new Map(renamedTexts(before, edited).map(({ from, to }) => [textKey(from), to]))
  return { ...edited, emptyValues: edited.emptyValues.map((value) => ({ ...value, ...renamed.get(textKey(value)) })) }
}

const textKey = ({ layerName, manifest }: Pick<EmptyValue, 'layerName' | 'manifest'>) =>
  JSON.stringify([layerName, manifest])
