import type { ConsoleTeamBody } from '@waybill/api-contract'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { ActionCell, Cell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { Section } from '../../../shared/ui/page/section.tsx'
import { AddMembersDialog } from './add-members-dialog.tsx'
import { RemoveMemberDialog } from './remove-member-dialog.tsx'

type Member = ConsoleTeamBody['members'][number]

/** The members of a team. */
export function MemberList({ team }: { team: ConsoleTeamBody }) {
  const scope = useScope()
  const refusal = roleRefusal(scope, 'team.update')
  const [isAdding, setIsAdding] = useState(false)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const head = ['Name', 'State']
  return (
    <Section
      title="Members"
      tools={
        <ActionButton
          label="Add members"
          variant="secondary"
          reason={refusal ?? roleRefusal(scope, 'user.list')}
          onClick={() => setIsAdding(true)}
        />
      }
    >
      {team.members.length === 0 ? (
        <p>Nobody yet. Whoever is added holds the roles below at once.</p>
      ) : (
        <Table label={`Members of ${team.name}`} head={head} hasActions>
          {team.members.map((member) => (
            <Row key={member.uid}>
              <Cell label="Name" className="wb-breakable">
                <Link to={paths.person(member.uid)}>{member.name}</Link>
                {member.name !== member.email && <p className="wb-subtle">{member.email}</p>}
              </Cell>
              <Cell label="State">{member.isActive ? 'Active' : 'Disabled'}</Cell>
              <ActionCell>
                <ActionButton
                  label="Remove"
                  fullLabel={`Remove ${member.name} from the team`}
                  variant="link"
                  reason={refusal}
                  onClick={() => setLeaving(member)}
                />
              </ActionCell>
            </Row>
          ))}
        </Table>
      )}
      {isAdding && <AddMembersDialog team={team} onClose={() => setIsAdding(false)} />}
      {leaving && <RemoveMemberDialog team={team} member={leaving} onClose={() => setLeaving(null)} />}
    </Section>
  )
}
