import type { LoaderFunctionArgs } from 'react-router'
import { PermissionMissing } from '../../../shared/http/expect-value.ts'
import { can } from '../../../shared/session/scope.ts'
import { scopeContext, useScope } from '../../../shared/session/scope-context.ts'
import { BuilderPage } from '../builder-page.tsx'

export function loader({ context }: LoaderFunctionArgs) {
  if (!can(context.get(scopeContext), 'clusterProfile.create')) throw new PermissionMissing('clusterProfile.create')
  return null
}

export function Component() {
  const scope = useScope()
  return <BuilderPage key={scope.uid} initial={null} keptAs={`new.${scope.uid}`} />
}
