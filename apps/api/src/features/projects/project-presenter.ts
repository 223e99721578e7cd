import type { ProjectActiveResourcesBody, ProjectBody, ProjectsSummaryBody } from '@waybill/api-contract'
import { presentMeta, type StoredMeta } from '../../platform/http/lists/object-meta.ts'
import { roleUidOf } from '../../platform/access/roles.ts'
import type { Contents, Member } from './project-service.ts'

export interface StoredProject extends StoredMeta {
  description: string
}

export interface ProjectUser {
  uid: string
  email: string
}

export interface ListedProject extends StoredProject {
  /** Absent for who may not list users. */
  users: readonly ProjectUser[] | undefined
}

const enabled = { isDisabled: false }

/** Clients read the description among the annotations (contract §a). */
export const projectMeta = (project: StoredProject) =>
  presentMeta(project, { scope: 'tenant', ...(project.description !== '' && { description: project.description }) })

/** `members` is absent for who may not list users. */
export function toProject(project: StoredProject, members: readonly Member[] | undefined): ProjectBody {
  const users = members && [...Map.groupBy(members, (member) => member.userUid)]
  return {
    metadata: projectMeta(project),
    spec: {
      alerts: [],
      logoUrl: '',
      teams: [],
      ...(users && {
        users: users.map(([userId, held]) => ({ userId, roles: held.flatMap(({ role }) => roleUidOf(role) ?? []) })),
      }),
    },
    status: enabled,
  }
}

export function toProjectSummary({ users, ...project }: ListedProject): ProjectsSummaryBody['items'][number] {
  return {
    metadata: projectMeta(project),
    specSummary: {
      logoUrl: '',
      teams: [],
      ...(users && { users: users.map(({ uid, email }) => ({ uid, name: email })) }),
    },
    status: {
      clustersHealth: { errored: 0, healthy: 0, running: 0, unhealthy: 0 },
      status: enabled,
      usage: { alloyCpuCores: 0, pureCpuCores: 0, clusters: [] },
    },
  }
}

/** There are no clusters and apps here; what keeps a project are its profiles and macros. */
export const toActiveResources = ({ profiles, macros }: Contents): ProjectActiveResourcesBody => ({
  appDeployments: { apps: [], count: 0 },
  clusters: { clusters: [], count: 0 },
  virtualClusters: { clusters: [], count: 0 },
  clusterProfiles: { count: profiles },
  macros: { count: macros },
})
