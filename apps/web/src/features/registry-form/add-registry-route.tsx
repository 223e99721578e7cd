import type { LoaderFunctionArgs } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { EMPTY_DRAFT } from '../../shared/registries/draft/registry-draft.ts'
import { RegistryFormPage } from './registry-form-page.tsx'

export function loader({ context }: LoaderFunctionArgs) {
  enterPage(context, 'packRegistry.create')
  return null
}

export function Component() {
  return <RegistryFormPage stored={EMPTY_DRAFT} uid="" />
}
