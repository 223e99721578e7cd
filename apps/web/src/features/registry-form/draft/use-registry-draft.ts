import type { ApiError } from '@waybill/api-client'
import { useState } from 'react'
import type { RegistryDraft } from '../../../shared/registries/draft/registry-draft.ts'
import { type DraftProblems, draftProblems, refusalOf } from './draft-problems.ts'

export interface DraftForm {
  draft: RegistryDraft
  isChanged: boolean
  change: (change: Partial<RegistryDraft>) => void
  /** What stands at the fields: nothing before the first try to save or test, unless the server said it. */
  problems: DraftProblems
  /** Belongs to no field. */
  failure: string
  /** Shows what is wrong with all of it, or with the connection alone. Whether nothing is. */
  check: (what: 'all' | 'connection') => boolean
  refuse: (error: ApiError) => void
}

/** The state of the form. What the server refused stands until something is changed. */
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
