import { api, ifMatch } from '@waybill/api-client'
import { type ActionFunctionArgs, type LoaderFunctionArgs, replace, useActionData, useLoaderData } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { expectValue } from '../../../shared/http/expect-value.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { scopeContext } from '../../../shared/session/scope-context.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { readTab } from '../tabs/use-tab.ts'
import { EmptyValuesDialog } from './empty-values-dialog.tsx'
import type { FilledValues } from './empty-places.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const uid = params['profileUid'] ?? ''
  const connection = connectionOf(context.get(scopeContext))
  const found = await api.emptyValues.list(connection, { params: { uid }, signal: request.signal })
  return { ...expectValue(found), etag: found.ok ? found.etag : '' }
}

/**
 * Saves all values in one request; a refusal is shown in the dialog, which is then reloaded with the current profile.
 */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const scope = context.get(scopeContext)
  const uid = params['profileUid'] ?? ''
  const { etag, values } = (await request.json()) as FilledValues
  const result = await api.emptyValues.fill(ifMatch(connectionOf(scope), etag), { params: { uid }, body: { values } })
  if (!result.ok) return result.error
  showToast({ kind: 'success', title: `${counted(values.length, 'value')} saved in the draft.` })
  return replace(paths.profile(scope, uid, readTab(params['tab'])))
}

export function Component() {
  return <EmptyValuesDialog {...useLoaderData<typeof loader>()} error={useActionData<typeof action>()} />
}
