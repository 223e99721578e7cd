import { api } from '@waybill/api-client'
import { useLoaderData, type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { PackPage } from './pack-page.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'packRegistry.get')) throw new PermissionMissing('packRegistry.get')
  return expectValue(
    await api.consolePacks.get(connectionOf(scope), {
      params: { uid: params['packUid'] ?? '' },
      signal: request.signal,
    }),
  )
}

/** Another tab of the same version needs nothing new; *Try again* does. */
export function shouldRevalidate({ currentUrl, nextUrl, currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentUrl.href === nextUrl.href || currentParams['packUid'] !== nextParams['packUid']
}

export function Component() {
  return <PackPage pack={useLoaderData<typeof loader>()} />
}
