import type { ProjectsSummaryBody } from '@waybill/api-contract'
import { useState } from 'react'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { ListPage } from '../../shared/ui/list/list-page.tsx'
import { useList } from '../../shared/ui/list/use-list.ts'
import { DeleteProjectDialog } from './dialogs/delete-project-dialog.tsx'
import { ProjectDialog } from './dialogs/project-dialog.tsx'
import { type Project, type ProjectList, projectList } from './project-query.ts'
import { ProjectsTable } from './projects-table.tsx'

interface ProjectsPageProps {
  query: ProjectList
  page: ProjectsSummaryBody
}

type OpenDialog = { kind: 'add' } | { kind: 'edit' | 'delete'; project: Project }

/** The projects of the tenant. */
export function ProjectsPage({ query, page }: ProjectsPageProps) {
  const scope = useScope()
  const list = useList(projectList, query)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const close = () => setDialog(null)
  return (
    <ListPage
      title="Projects"
      help="people#projects"
      action={
        <ActionButton
          label="Add project"
          variant="primary"
          reason={roleRefusal(scope, 'project.create')}
          onClick={() => setDialog({ kind: 'add' })}
        />
      }
      fields="name"
      list={list}
      count={page.listmeta.count}
      noun="project"
      none={{
        title: 'No projects yet',
        text: 'A project holds profiles and macros of its own, and people and teams hold roles in it.',
      }}
      noMatch={{ title: 'No project matches', text: 'No name of a project fits the search.' }}
      dialog={
        <>
          {dialog?.kind === 'add' && <ProjectDialog project={null} onClose={close} />}
          {dialog?.kind === 'edit' && <ProjectDialog project={dialog.project} onClose={close} />}
          {dialog?.kind === 'delete' && <DeleteProjectDialog project={dialog.project} onClose={close} />}
        </>
      }
    >
      <ProjectsTable
        projects={page.items}
        onEdit={(project) => setDialog({ kind: 'edit', project })}
        onDelete={(project) => setDialog({ kind: 'delete', project })}
      />
    </ListPage>
  )
}
