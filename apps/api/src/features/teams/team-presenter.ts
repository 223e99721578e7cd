import type { TeamBody, TeamsSummaryBody } from '@waybill/api-contract'
import { presentMeta } from '../../platform/lists/object-meta.ts'
import type { ListedTeam } from './team-list-repository.ts'

const namedRoles = (roles: ListedTeam['roles']) => roles.map(({ role: { uid, name } }) => ({ uid, name }))

export const tenantRoles = ({ roles }: ListedTeam) => namedRoles(roles.filter(({ projectUid }) => projectUid === null))

export const projectRoles = ({ roles }: ListedTeam) =>
  [...Map.groupBy(roles, ({ projectUid }) => projectUid)].flatMap(([uid, held]) =>
    uid === null ? [] : [{ uid, name: held[0]?.projectName ?? '', roles: namedRoles(held) }],
  )

export const toTeam = (team: ListedTeam): TeamBody => ({
  metadata: presentMeta(team),
  spec: { users: team.members.map(({ uid }) => uid), roles: tenantRoles(team).map(({ uid }) => uid), sources: [] },
  status: {},
})

export const toTeamSummary = (team: ListedTeam): TeamsSummaryBody['items'][number] => ({
  metadata: presentMeta(team),
  spec: {
    emailId: '',
    projects: projectRoles(team).map(({ uid, name }) => ({ uid, name })),
    roles: tenantRoles(team),
    users: team.members.map(({ uid, name }) => ({ uid, name })),
  },
  status: {},
})
