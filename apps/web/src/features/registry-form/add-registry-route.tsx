import type { LoaderFunctionArgs } from 'react-router'
import { PermissionMissing } from '../../shared/http/expect-value.ts'
import { EMPTY_DRAFT } from '../../shared/registries/draft/registry-draft.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { RegistryFormPage } from './registry-form-page.tsx'

export function loader({ context }: LoaderFunctionArgs) {
  if (!can(context.get(scopeContext), 'packRegistry.create')) throw new PermissionMissing('packRegistry.create')
  return null
}

export function Component() {
  return <RegistryFormPage stored={EMPTY_DRAFT} uid="" />
}
