import { api } from '@waybill/api-client'
import type { ConsoleTeamBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import type { Role } from '../../../shared/roles/role.ts'
import type { RolePlace } from '../../../shared/roles/role-holder.ts'
import { RoleTable } from '../../../shared/roles/role-table.tsx'
import { RolesDialog } from '../../../shared/roles/roles-dialog.tsx'
import { Crumbs } from '../../../shared/ui/page/crumbs.tsx'
import { PageHead } from '../../../shared/ui/page/page-head.tsx'
import { PageSection } from '../../../shared/ui/page/page-section.tsx'
import { Section } from '../../../shared/ui/page/section.tsx'
import { MemberList } from './member-list.tsx'
import { TeamActions } from './team-actions.tsx'
import '../../../shared/ui/page/details.css'

interface TeamPageProps {
  team: ConsoleTeamBody
  projects: readonly { uid: string; name: string }[]
  roles: readonly Role[]
}

const namesOf = (things: readonly { name: string }[]) => things.map(({ name }) => name)

/** One team: who is in it, and what they hold by it. */
export function TeamPage({ team, projects, roles }: TeamPageProps) {
  const connection = useConnection()
  const [place, setPlace] = useState<RolePlace | null>(null)
  const holder = {
    ...team,
    tenantRoles: namesOf(team.tenantRoles),
    projects: team.projects.map((project) => ({ ...project, roles: namesOf(project.roles) })),
  }
  const save = (changed: RolePlace, names: readonly string[]) =>
    changed.kind === 'tenant'
      ? api.teamRoles.replaceInTenant(connection, { params: { uid: team.uid }, body: { roles: [...names] } })
      : api.teamRoles.replaceInProjects(connection, {
          params: { uid: team.uid },
          body: { projects: [{ projectUid: changed.uid, roles: [...names] }] },
        })
  return (
    <PageSection isFilled>
      <Crumbs list="Teams" listPath={paths.teams} here={team.name} />
      <PageHead heading={team.name}>
        <TeamActions team={team} />
      </PageHead>
      <MemberList team={team} />
      <Section title="Roles of every member">
        <RoleTable holder={holder} permission="team.update" projects={projects} onChange={setPlace} />
      </Section>
      {place && <RolesDialog holder={holder} place={place} roles={roles} save={save} onClose={() => setPlace(null)} />}
    </PageSection>
  )
}
