import { useCallback } from 'react'
import { paths } from '../../../../shared/navigation/paths.ts'
import { useScope } from '../../../../shared/session/scope-context.ts'
import type { ResolveReference } from '../../../../shared/ui/yaml/codemirror/marks/reference-links.ts'
import { useProfileData } from '../../profile-data.ts'
import { resolveMacroReference, resolveVariableReference } from '../../../../shared/ui/words/reference-words.ts'

/** Says what a reference in a text resolves to here, and links to where that is defined. */
export function useReferences(): ResolveReference {
  const scope = useScope()
  const { profile, variables, macros } = useProfileData()
  return useCallback<ResolveReference>(
    (kind, name) => {
      switch (kind) {
        case 'macro':
          return macros && { text: resolveMacroReference(macros, name), href: paths.macros(scope) }
        case 'var': {
          const href = paths.profile(scope, profile.metadata.uid, 'variables')
          return { text: resolveVariableReference(variables, name), href }
        }
        case 'pack':
          return { text: 'Taken from the values of another layer when a cluster is deployed.' }
        case 'system':
          return { text: 'Known only when a cluster is deployed.' }
      }
    },
    [scope, profile.metadata.uid, variables, macros],
  )
}
