import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core/dist/dynamic/components/Breadcrumb'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { PersonBody } from '@waybill/api-contract'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { Fact } from '../../../shared/ui/page/fact.tsx'
import { PageHeading } from '../../../shared/ui/page/page-heading.tsx'
import { LastTime } from '../../../shared/ui/words/last-time.tsx'
import { RelativeTime } from '../../../shared/ui/words/relative-time.tsx'
import { PersonState } from '../person-state.tsx'
import { AccessTable } from '../roles/access-table.tsx'
import type { Role } from '../roles/role.ts'
import { RoleTable } from '../roles/role-table.tsx'
import { type RolePlace, RolesDialog } from '../roles/roles-dialog.tsx'
import { PersonActions } from './person-actions.tsx'
import '../../../shared/ui/page/details.css'
import '../people.css'

interface PersonPageProps {
  person: PersonBody
  roles: readonly Role[]
  /** Every project of the tenant. */
  projects: readonly { uid: string; name: string }[]
}

/** One person: whether they may come in, what they hold, and what that lets them do. */
export function PersonPage({ person, roles, projects }: PersonPageProps) {
  const [place, setPlace] = useState<RolePlace | null>(null)
  return (
    <PageSection isFilled>
      <Breadcrumb className="wb-detail-crumbs">
        <BreadcrumbItem>
          <Link to={paths.people}>People</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isActive>{person.name}</BreadcrumbItem>
      </Breadcrumb>
      <div className="wb-detail-head">
        <PageHeading>{person.name}</PageHeading>
        <PersonState person={person} />
        <PersonActions person={person} />
      </div>
      <dl className="wb-facts">
        <Fact name="E-mail">
          <span className="wb-breakable">{person.email}</span>
        </Fact>
        <Fact name="Last seen">
          <LastTime at={person.lastSeenAt} />
        </Fact>
        <Fact name="Invited">
          <RelativeTime at={person.createdAt} />
        </Fact>
      </dl>
      <section className="wb-person-section" aria-labelledby="person-roles">
        <Title headingLevel="h2" size="lg" id="person-roles">
          Roles
        </Title>
        <RoleTable person={person} projects={projects} onChange={setPlace} />
      </section>
      <section className="wb-person-section" aria-labelledby="person-access">
        <Title headingLevel="h2" size="lg" id="person-access">
          What {person.name} may do, and why
        </Title>
        {!person.isActive && <p>Nothing at present: the account is disabled. Once enabled again:</p>}
        <AccessTable person={person} roles={roles} />
      </section>
      {place && <RolesDialog person={person} place={place} roles={roles} onClose={() => setPlace(null)} />}
    </PageSection>
  )
}
