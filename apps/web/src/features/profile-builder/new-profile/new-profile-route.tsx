import type { LoaderFunctionArgs } from 'react-router'
import { enterPage } from '../../../shared/http/enter-page.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { BuilderPage } from '../builder-page.tsx'

export function loader({ context }: LoaderFunctionArgs) {
  enterPage(context, 'clusterProfile.create')
  return null
}

export function Component() {
  const scope = useScope()
  return <BuilderPage key={scope.uid} initial={null} keptAs={`new.${scope.uid}`} />
}
