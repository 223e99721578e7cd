import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { AuditLogPage } from './audit-log-page.tsx'
import { auditFilter, readAuditQuery } from './filters/audit-query.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'audit.list')) throw new PermissionMissing('audit.list')
  const query = readAuditQuery(new URL(request.url).searchParams)
  // Once: what is read on and exported is of the same time as the first page.
  const filter = auditFilter(query, new Date())
  const connection = connectionOf(scope)
  const [page, choices] = await Promise.all([
    api.audits.listEvents(connection, { query: filter, signal: request.signal }),
    api.audits.listChoices(connection, { signal: request.signal }),
  ])
  return { query, filter, page: expectValue(page), choices: expectValue(choices) }
}

export function Component() {
  return <AuditLogPage {...useLoaderData<typeof loader>()} />
}
