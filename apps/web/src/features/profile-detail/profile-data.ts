import type { MacroBody, PackRefBody, ProfileBody, VariableBody } from '@waybill/api-contract'
import { useOutletContext } from 'react-router'
import { undefinedMacros } from './undefined-macros.ts'
import type { ProfileState } from '../../shared/ui/words/state-label.tsx'

/** What every tab of a profile shows a part of. */
export interface ProfileData {
  profile: ProfileBody
  /** Of the state that is shown. */
  etag: string
  variables: readonly VariableBody[]
  /** null when the user may not see them, and where no text names one. */
  macros: readonly MacroBody[] | null
  /** The state whose layers are shown. */
  stage: Stage
}

export type Stage = 'published' | 'draft'

export function useProfileData(): ProfileData {
  return useOutletContext<ProfileData>()
}

/** Whether a draft waits beside what is published. A clone that nobody published is its draft, whatever it shows as published. */
export const hasWaitingDraft = ({ spec, status }: ProfileBody): boolean =>
  status.isPublished && spec.draft !== undefined

/** What clusters get: the published state, or the draft when there is none. A draft that waits is shown where it is asked for. */
export function stageOf(profile: ProfileBody, wanted: string | null): Stage {
  return profile.status.isPublished && !(wanted === 'draft' && hasWaitingDraft(profile)) ? 'published' : 'draft'
}

export const templateOf = ({ spec }: ProfileBody, stage: Stage) => spec[stage]

export function layersOf(profile: ProfileBody, stage: Stage): readonly PackRefBody[] {
  return templateOf(profile, stage)?.packs ?? []
}

/** What the profile refers to and nothing here defines; none where macros are not known. */
export const missingMacros = ({ profile, macros }: Pick<ProfileData, 'profile' | 'macros'>): readonly string[] =>
  undefinedMacros(profile.status.userMacros, macros)

export function stateOf(profile: ProfileBody): ProfileState {
  if (layersOf(profile, stageOf(profile, null)).some((layer) => layer.isInvalid)) return 'invalid'
  return profile.status.isPublished ? 'published' : 'draft'
}
