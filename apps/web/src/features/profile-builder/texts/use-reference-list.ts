import { useCallback } from 'react'
import { useScope } from '../../../shared/session/scope-context.ts'
import type { ListReferences } from '../../../shared/ui/yaml/codemirror/marks/reference-completion.ts'
import { useBuilderStore } from '../state/builder-store.ts'
import { macrosHere } from '../here/macros-here.ts'

/** Lists what can be referred to, for the profile as it is when the list is requested. */
export function useReferenceList(): ListReferences {
  const builder = useBuilderStore()
  const scope = useScope()
  return useCallback(async () => {
    const [macros, { referenceOptions }] = await Promise.all([
      macrosHere(builder, scope),
      import('./reference-options.ts'),
    ])
    const { texts, profileUid } = builder.getState()
    return referenceOptions({ texts, macros: macros ?? [], scope, profileUid })
  }, [builder, scope])
}
