import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { SecretRulesPage } from './secret-rules-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  return expectValue(
    await api.secretDecisions.listRules(connectionOf(context.get(scopeContext)), { signal: request.signal }),
  )
}

export function Component() {
  return <SecretRulesPage {...useLoaderData<typeof loader>()} />
}
