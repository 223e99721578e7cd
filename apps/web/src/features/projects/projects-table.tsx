import { Link } from 'react-router'
import { paths, projectPath } from '../../shared/navigation/paths.ts'
import { roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { ActionCell, Cell, Row, Table } from '../../shared/ui/list/table.tsx'
import { descriptionOf, NEEDED, type Project } from './project-query.ts'

interface ProjectsTableProps {
  projects: readonly Project[]
  onEdit: (project: Project) => void
  onDelete: (project: Project) => void
}

const STAYS = `Clients look for a project named ${NEEDED}, so it cannot be deleted.`

export function ProjectsTable({ projects, onEdit, onDelete }: ProjectsTableProps) {
  const scope = useScope()
  return (
    <Table label="Projects" head={['Name', 'Description', 'People', 'Teams']} hasActions>
      {projects.map((project) => {
        const { uid, name } = project.metadata
        return (
          <Row key={uid}>
            <Cell label="Name" className="wb-breakable">
              <Link to={paths.profiles(projectPath(uid))}>{name}</Link>
            </Cell>
            <Cell label="Description" className="wb-breakable">
              {descriptionOf(project) || <span className="wb-subtle">none</span>}
            </Cell>
            <Cell label="People">{project.specSummary.users?.length ?? '–'}</Cell>
            <Cell label="Teams">{project.specSummary.teams?.length ?? '–'}</Cell>
            <ActionCell>
              <div className="wb-row-actions">
                <ActionButton
                  label="Edit"
                  fullLabel={`Edit ${name}`}
                  variant="link"
                  reason={roleRefusal(scope, 'project.update')}
                  onClick={() => onEdit(project)}
                />
                <ActionButton
                  label="Delete"
                  fullLabel={`Delete ${name}`}
                  variant="link"
                  reason={roleRefusal(scope, 'project.delete') ?? (name === NEEDED ? STAYS : undefined)}
                  onClick={() => onDelete(project)}
                />
              </div>
            </ActionCell>
          </Row>
        )
      })}
    </Table>
  )
}
