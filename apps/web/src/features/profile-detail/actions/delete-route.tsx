import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { expectValue } from '../../../shared/http/expect-value.ts'
import { scopeContext } from '../../../shared/session/scope-context.ts'
import { DeleteDialog } from './delete-dialog.tsx'

/** What was made of the version and outlives it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const connection = connectionOf(context.get(scopeContext))
  const { items } = expectValue(
    await api.profiles.listClones(connection, {
      query: { uids: params['profileUid'] ?? '' },
      signal: request.signal,
    }),
  )
  return items[0] ?? null
}

export function Component() {
  return <DeleteDialog clones={useLoaderData<typeof loader>()} />
}
