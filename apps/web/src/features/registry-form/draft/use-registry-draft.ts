import type { ApiError } from '@waybill/api-client'
import { useState } from 'react'
import type { RegistryDraft } from '../../../shared/registries/draft/registry-draft.ts'
import { type DraftProblems, draftProblems, refusalOf } from './draft-problems.ts'

export interface DraftForm {
  draft: RegistryDraft
  isChanged: boolean
  change: (change: Partial<RegistryDraft>) => void
  /** Problems shown at the fields: none before the first attempt to save or test, except those from the server. */
  problems: DraftProblems
  /** A problem that belongs to no field. */
  failure: string
  /** Shows the problems of all fields, or of the connection only. Returns whether there are none. */
  check: (what: 'all' | 'connection') => boolean
  refuse: (error: ApiError) => void
}

/** The state of the form. A refusal stays until something is changed. */
export function useRegistryDraft(initial: RegistryDraft): DraftForm {
  const [draft, setDraft] = useState(initial)
  const [checked, setChecked] = useState<'all' | 'connection' | null>(null)
  const [refused, setRefused] = useState<{ draft: RegistryDraft; error: ApiError } | null>(null)
  const refusal = refused?.draft === draft ? refusalOf(refused.error, draft) : null
  const all = draftProblems(draft)
  const problemsOf = (what: typeof checked) => (what === 'connection' ? withoutName(all) : what === 'all' ? all : {})
  return {
    draft,
    isChanged: JSON.stringify(draft) !== JSON.stringify(initial),
    change: (change) => setDraft((before) => ({ ...before, ...change })),
    problems: { ...refusal?.fields, ...problemsOf(checked) },
    failure: refusal?.form ?? '',
    check: (what) => {
      setChecked(what)
      return Object.keys(problemsOf(what)).length === 0
    },
    refuse: (error) => setRefused({ draft, error }),
  }
}

function withoutName({ name: _, ...others }: DraftProblems): DraftProblems {
  return others
}
