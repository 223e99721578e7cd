import { api } from '@waybill/api-client'
import type { PersonAccessBody, PersonBody } from '@waybill/api-contract'
import { useState } from 'react'
import { Link } from 'react-router'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import type { Role } from '../../../shared/roles/role.ts'
import type { RolePlace } from '../../../shared/roles/role-holder.ts'
import { RoleTable } from '../../../shared/roles/role-table.tsx'
import { RolesDialog } from '../../../shared/roles/roles-dialog.tsx'
import { Crumbs } from '../../../shared/ui/page/crumbs.tsx'
import { Fact } from '../../../shared/ui/page/fact.tsx'
import { PageHead } from '../../../shared/ui/page/page-head.tsx'
import { PageSection } from '../../../shared/ui/page/page-section.tsx'
import { Section } from '../../../shared/ui/page/section.tsx'
import { LastTime } from '../../../shared/ui/words/last-time.tsx'
import { RelativeTime } from '../../../shared/ui/words/relative-time.tsx'
import { PersonState } from '../person-state.tsx'
import { AccessTable } from './access-table.tsx'
import { PersonActions } from './person-actions.tsx'
import '../../../shared/ui/page/details.css'
import '../people.css'

interface PersonPageProps {
  person: PersonBody
  access: PersonAccessBody
  roles: readonly Role[]
  /** Every project of the tenant. */
  projects: readonly { uid: string; name: string }[]
}

/** One person: whether they may come in, what they hold, and what that lets them do. */
export function PersonPage({ person, access, roles, projects }: PersonPageProps) {
  const connection = useConnection()
  const save = (changed: RolePlace, names: readonly string[]) =>
    changed.kind === 'tenant'
      ? api.userRoles.replaceInTenant(connection, { params: { uid: person.uid }, body: { roles: [...names] } })
      : api.userRoles.replaceInProjects(connection, {
          params: { uid: person.uid },
          body: { projects: [{ projectUid: changed.uid, roles: [...names] }] },
        })
  const [place, setPlace] = useState<RolePlace | null>(null)
  return (
    <PageSection isFilled>
      <Crumbs list="People" listPath={paths.people} here={person.name} />
      <PageHead heading={person.name} beside={<PersonState person={person} />}>
        <PersonActions person={person} />
      </PageHead>
      <dl className="wb-facts">
        <Fact name="E-mail">
          <span className="wb-breakable">{person.email}</span>
        </Fact>
        <Fact name="Last seen">
          <LastTime at={person.lastSeenAt} />
        </Fact>
        {person.isLinked && <Fact name="Single sign-on">linked</Fact>}
        <Fact name="Teams">
          <TeamLinks teams={person.teams} />
        </Fact>
        <Fact name="Invited">
          <RelativeTime at={person.createdAt} />
        </Fact>
      </dl>
      <Section title="Roles of their own">
        <RoleTable holder={person} permission="user.update" projects={projects} onChange={setPlace} />
      </Section>
      <Section title={`What ${person.name} may do, and why`}>
        {!person.isActive && <p>Nothing at present: the account is disabled. Once enabled again:</p>}
        <AccessTable name={person.name} access={access} />
      </Section>
      {place && <RolesDialog holder={person} place={place} roles={roles} save={save} onClose={() => setPlace(null)} />}
    </PageSection>
  )
}

/** Who is in a team is changed on the team's page. */
function TeamLinks({ teams }: { teams: PersonBody['teams'] }) {
  if (teams.length === 0) return <span className="wb-subtle">none</span>
  return teams.map(({ uid, name }, index) => (
    <span key={uid} className="wb-breakable">
      {index > 0 ? ', ' : ''}
      <Link to={paths.team(uid)}>{name}</Link>
    </span>
  ))
}
