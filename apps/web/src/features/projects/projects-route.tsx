import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { connectionOf } from '../../shared/http/connection.ts'
import { expectValue, PermissionMissing } from '../../shared/http/expect-value.ts'
import { limitsOf } from '../../shared/ui/list/page-of-list.ts'
import { can } from '../../shared/session/scope.ts'
import { scopeContext } from '../../shared/session/scope-context.ts'
import { projectList } from './project-query.ts'
import { ProjectsPage } from './projects-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const scope = context.get(scopeContext)
  if (!can(scope, 'project.list')) throw new PermissionMissing('project.list')
  const query = projectList.read(new URL(request.url).searchParams)
  const page = await api.projects.search(connectionOf(scope), {
    query: limitsOf(query),
    body: { filter: { name: { contains: query.search } }, sort: [{ field: 'name', order: 'asc' }] },
    signal: request.signal,
  })
  return { query, page: expectValue(page) }
}

export function Component() {
  return <ProjectsPage {...useLoaderData<typeof loader>()} />
}
