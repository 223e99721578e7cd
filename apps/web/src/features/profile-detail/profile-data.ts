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

/** The layer that the address names, else the one on top of the stack. */
export function selectedLayer(profile: ProfileBody, name: string | null): PackRefBody | undefined {
  const layers = layersOf(profile)
  return layers.find((layer) => layer.name === name) ?? layers.at(-1)
}

export function stateOf(profile: ProfileBody): ProfileState {
  if (layersOf(profile).some((layer) => layer.isInvalid)) return 'invalid'
  return profile.status.isPublished ? 'published' : 'draft'
}
