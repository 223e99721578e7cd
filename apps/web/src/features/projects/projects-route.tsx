import { api } from '@waybill/api-client'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { enterPage } from '../../shared/http/enter-page.ts'
import { expectValue } from '../../shared/http/expect-value.ts'
import { limitsOf } from '../../shared/ui/list/page-of-list.ts'
import { projectList } from './project-query.ts'
import { ProjectsPage } from './projects-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { connection } = enterPage(context, 'project.list')
  const query = projectList.read(new URL(request.url).searchParams)
  const page = await api.projects.search(connection, {
    query: limitsOf(query),
    body: { filter: { name: { contains: query.search } }, sort: [{ field: 'name', order: 'asc' }] },
    signal: request.signal,
  })
  return { query, page: expectValue(page) }
}

export function Component() {
  return <ProjectsPage {...useLoaderData<typeof loader>()} />
}
