import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import type { ProjectsSummaryBody } from '@waybill/api-contract'
import { useState } from 'react'
import { NoHit } from '../../shared/ui/list/no-hit.tsx'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { ListPagination } from '../../shared/ui/list/list-pagination.tsx'
import { ListSearch } from '../../shared/ui/list/list-search.tsx'
import { ListToolbar } from '../../shared/ui/list/list-toolbar.tsx'
import { useChangeList } from '../../shared/ui/list/use-change-list.ts'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import { DeleteProjectDialog } from './dialogs/delete-project-dialog.tsx'
import { ProjectDialog } from './dialogs/project-dialog.tsx'
import { type Project, type ProjectList, writeProjectList } from './project-query.ts'
import { ProjectsTable } from './projects-table.tsx'

interface ProjectsPageProps {
  query: ProjectList
  page: ProjectsSummaryBody
}

type OpenDialog = { kind: 'add' } | { kind: 'edit' | 'delete'; project: Project }

/** The projects of the tenant. */
export function ProjectsPage({ query, page }: ProjectsPageProps) {
  const scope = useScope()
  const change = useChangeList(query, writeProjectList)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const { count } = page.listmeta
  const close = () => setDialog(null)
  return (
    <PageSection isFilled>
      <div className="wb-page-head">
        <PageHeading>Projects</PageHeading>
        <ActionButton
          label="Add project"
          variant="primary"
          reason={roleRefusal(scope, 'project.create')}
          onClick={() => setDialog({ kind: 'add' })}
        />
      </div>
      <ListToolbar
        search={<ListSearch fields="name" search={query.search} onSearch={(search) => change({ search })} />}
        count={count === 1 ? '1 project' : `${count.toLocaleString('en')} projects`}
        onClear={() => change({ search: '' })}
      />
      {count === 0 ? (
        <NoProject isSearched={query.search !== ''} onClear={() => change({ search: '' })} />
      ) : (
        <>
          <ProjectsTable
            projects={page.items}
            onEdit={(project) => setDialog({ kind: 'edit', project })}
            onDelete={(project) => setDialog({ kind: 'delete', project })}
          />
          <ListPagination query={query} count={count} onChange={change} />
        </>
      )}
      {dialog?.kind === 'add' && <ProjectDialog project={null} onClose={close} />}
      {dialog?.kind === 'edit' && <ProjectDialog project={dialog.project} onClose={close} />}
      {dialog?.kind === 'delete' && <DeleteProjectDialog project={dialog.project} onClose={close} />}
    </PageSection>
  )
}

function NoProject({ isSearched, onClear }: { isSearched: boolean; onClear: () => void }) {
  if (isSearched)
    return (
      <NoHit title="No project matches" clearLabel="Clear the search" onClear={onClear}>
        No name of a project fits the search.
      </NoHit>
    )
  return (
    <EmptyState titleText="No projects yet" headingLevel="h2">
      <EmptyStateBody>
        A project holds profiles and macros of its own, and people and teams hold roles in it.
      </EmptyStateBody>
    </EmptyState>
  )
}
