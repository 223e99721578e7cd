import { api } from '@waybill/api-client'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { changeMacro, isMacroChange } from './macro-change.ts'
import { MacrosPage } from './macros-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'macro.list')
  return expectValue(await api.macros.listUsage(connection, { signal: request.signal }))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const change: unknown = await request.json()
  if (!isMacroChange(change)) throw new Response(null, { status: 400 })
  return changeMacro(context.get(scopeContext), change)
}

export function Component() {
  return <MacrosPage {...useLoaderData<typeof loader>()} />
}
