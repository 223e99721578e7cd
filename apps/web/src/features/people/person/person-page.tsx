import type { PersonAccessBody, PersonBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import type { Role } from '../../../shared/roles/role.ts'
import { HeldRoles } from '../../../shared/roles/held-roles.tsx'
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

/** One person: whether they can sign in, the roles they hold, and what these allow. */
export function PersonPage({ person, access, roles, projects }: PersonPageProps) {
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
        <HeldRoles holder={{ kind: 'user', ...person }} roles={roles} projects={projects} />
      </Section>
      <Section title={`What ${person.name} may do, and why`}>
        {!person.isActive && <p>Nothing at present: the account is disabled. Once enabled again:</p>}
        <AccessTable name={person.name} access={access} />
      </Section>
    </PageSection>
  )
}

/** Team membership is changed on the team's page. */
function TeamLinks({ teams }: { teams: PersonBody['teams'] }) {
  if (teams.length === 0) return <span className="wb-subtle">none</span>
  return teams.map(({ uid, name }, index) => (
    <span key={uid} className="wb-breakable">
      {index > 0 ? ', ' : ''}
      <Link to={paths.team(uid)}>{name}</Link>
    </span>
  ))
}
