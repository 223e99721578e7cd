import type { MacroBody, PackRefBody, ProfileBody, VariableBody } from '@waybill/api-contract'
import { useOutletContext } from 'react-router'
import type { ProfileState } from '../../shared/ui/words/state-label.tsx'

/** What every tab of a profile shows a part of. */
export interface ProfileData {
  profile: ProfileBody
  variables: readonly VariableBody[]
  /** null when the user may not see them, and where no text names one. */
  macros: readonly MacroBody[] | null
}

export function useProfileData(): ProfileData {
  return useOutletContext<ProfileData>()
}

/** What clusters get: the published state, or the draft when there is none. */
export function templateOf({ spec, status }: ProfileBody) {
  return status.isPublished ? spec.published : spec.draft
}

export function layersOf(profile: ProfileBody): readonly PackRefBody[] {
  return templateOf(profile)?.packs ?? []
}

export function stateOf(profile: ProfileBody): ProfileState {
  if (layersOf(profile).some((layer) => layer.isInvalid)) return 'invalid'
  return profile.status.isPublished ? 'published' : 'draft'
}
