import { previewExport } from '@waybill/api-client'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { ExportDialog } from './export-dialog.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const uid = params['profileUid'] ?? ''
  const preview = await previewExport(connectionOf(context.get(scopeContext)), uid, request.signal)
  return { uid, preview: expectValue(preview) }
}

export function Component() {
  return <ExportDialog {...useLoaderData<typeof loader>()} />
}
