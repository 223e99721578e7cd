import { api } from '@waybill/api-client'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { changeMacro, isMacroChange } from './macro-change.ts'
import { MacrosPage } from './macros-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'macro.list')) throw new PermissionMissing('macro.list')
  return expectValue(await api.macros.listUsage(connectionOf(scope), { signal: request.signal }))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const change: unknown = await request.json()
  if (!isMacroChange(change)) throw new Response(null, { status: 400 })
  return changeMacro(context.get(scopeContext), change)
}

export function Component() {
  return <MacrosPage {...useLoaderData<typeof loader>()} />
}
