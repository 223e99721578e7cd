import type { ConsoleTeamBody } from '@waybill/api-contract'
import { paths } from '../../../shared/navigation/paths.ts'
import type { Role } from '../../../shared/roles/role.ts'
import { HeldRoles } from '../../../shared/roles/held-roles.tsx'
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

/** One team: its members, and the roles they hold through it. */
export function TeamPage({ team, projects, roles }: TeamPageProps) {
  const holder = {
    ...team,
    kind: 'team' as const,
    tenantRoles: namesOf(team.tenantRoles),
    projects: team.projects.map((project) => ({ ...project, roles: namesOf(project.roles) })),
  }
  return (
    <PageSection isFilled>
      <Crumbs list="Teams" listPath={paths.teams} here={team.name} />
      <PageHead heading={team.name}>
        <TeamActions team={team} />
      </PageHead>
      <MemberList team={team} />
      <Section title="Roles of every member">
        <HeldRoles holder={holder} roles={roles} projects={projects} />
      </Section>
    </PageSection>
  )
}
