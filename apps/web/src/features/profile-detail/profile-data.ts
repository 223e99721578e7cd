import type { MacroBody, PackRefBody, ProfileBody, VariableBody } from '@waybill/api-contract'
import { useOutletContext } from 'react-router'
import { undefinedMacros } from './undefined-macros.ts'
import type { ProfileState } from '../../shared/ui/words/state-label.tsx'

/** The data that all tabs of a profile share. */
export interface ProfileData {
  profile: ProfileBody
  /** The ETag of the state that is shown. */
  etag: string
  variables: readonly VariableBody[]
  /** Null if the user may not see macros, or if no text refers to one. */
  macros: readonly MacroBody[] | null
  /** The state whose layers are shown. */
  stage: Stage
}

export type Stage = 'published' | 'draft'

export function useProfileData(): ProfileData {
  return useOutletContext<ProfileData>()
}

/**
 * Whether there is a draft beside the published version. An unpublished clone is a draft, even though it has a
 * published state.
 */
export const hasWaitingDraft = ({ spec, status }: ProfileBody): boolean =>
  status.isPublished && spec.draft !== undefined

/**
 * The state that clusters get: published, or the draft if nothing is published. A waiting draft is shown on request.
 */
export function stageOf(profile: ProfileBody, wanted: string | null): Stage {
  return profile.status.isPublished && !(wanted === 'draft' && hasWaitingDraft(profile)) ? 'published' : 'draft'
}

export const templateOf = ({ spec }: ProfileBody, stage: Stage) => spec[stage]

export function layersOf(profile: ProfileBody, stage: Stage): readonly PackRefBody[] {
  return templateOf(profile, stage)?.packs ?? []
}

/** Macros that the profile refers to and that are undefined here; empty if macros are unknown. */
export const missingMacros = ({ profile, macros }: Pick<ProfileData, 'profile' | 'macros'>): readonly string[] =>
  undefinedMacros(profile.status.userMacros, macros)

export function stateOf(profile: ProfileBody): ProfileState {
  if (layersOf(profile, stageOf(profile, null)).some((layer) => layer.isInvalid)) return 'invalid'
  return profile.status.isPublished ? 'published' : 'draft'
}
