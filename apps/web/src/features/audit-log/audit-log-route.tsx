import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { AuditLogPage } from './audit-log-page.tsx'
import { auditFilter, auditList } from './filters/audit-query.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'audit.list')
  const query = auditList.read(new URL(request.url).searchParams)
  // Read once, so that later pages and the export cover the same time span as the first page.
  const filter = auditFilter(query, new Date())
  const [page, choices] = await Promise.all([
    api.audits.listEvents(connection, { query: filter, signal: request.signal }),
    api.audits.listChoices(connection, { signal: request.signal }),
  ])
  return { query, filter, page: expectValue(page), choices: expectValue(choices) }
}

export function Component() {
  return <AuditLogPage {...useLoaderData<typeof loader>()} />
}
