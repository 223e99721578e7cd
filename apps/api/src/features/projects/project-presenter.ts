import type { ProjectActiveResourcesBody, ProjectBody, ProjectsSummaryBody } from '@waybill/api-contract'
import { presentMeta, type StoredMeta } from '../../platform/lists/object-meta.ts'
import type { Member, Members } from './members/project-members.ts'
import type { Contents } from './project-repository.ts'

export interface StoredProject extends StoredMeta {
  description: string
}

/** A user, by e-mail, or a team that holds roles in a project. */
export interface ProjectMember {
  uid: string
  name: string
}

export interface ListedProject extends StoredProject {
  /** Absent if the caller may not list users. */
  users: readonly ProjectMember[] | undefined
  /** Absent if the caller may not list teams. */
  teams: readonly ProjectMember[] | undefined
}

const enabled = { isDisabled: false }

/** Clients read the description from the annotations. */
export const projectMeta = (project: StoredProject) =>
  presentMeta(project, { scope: 'tenant', ...(project.description !== '' && { description: project.description }) })

/** Users and teams are absent if the caller may not list them. */
export function toProject(project: StoredProject, { users, teams }: Members): ProjectBody {
  return {
    metadata: projectMeta(project),
    spec: {
      alerts: [],
      logoUrl: '',
      ...(teams && { teams: byHolder(teams).map(([teamId, roles]) => ({ teamId, roles })) }),
      ...(users && { users: byHolder(users).map(([userId, roles]) => ({ userId, roles })) }),
    },
    status: enabled,
  }
}

const byHolder = (members: readonly Member[]) =>
  [...Map.groupBy(members, ({ uid }) => uid)].map(([uid, held]) => [uid, held.map(({ role }) => role.uid)] as const)

export function toProjectSummary({ users, teams, ...project }: ListedProject): ProjectsSummaryBody['items'][number] {
  return {
    metadata: projectMeta(project),
    specSummary: {
      logoUrl: '',
      ...(teams && { teams: teams.map(({ uid, name }) => ({ uid, name })) }),
      ...(users && { users: users.map(({ uid, name }) => ({ uid, name })) }),
    },
    status: {
      clustersHealth: { errored: 0, healthy: 0, running: 0, unhealthy: 0 },
      status: enabled,
      usage: { alloyCpuCores: 0, pureCpuCores: 0, clusters: [] },
    },
  }
}

/** There are no clusters or apps here: profiles and macros are what keeps a project from being deleted. */
export const toActiveResources = ({ profiles, macros }: Contents): ProjectActiveResourcesBody => ({
  appDeployments: { apps: [], count: 0 },
  clusters: { clusters: [], count: 0 },
  virtualClusters: { clusters: [], count: 0 },
  clusterProfiles: { count: profiles },
  macros: { count: macros },
})
