import type { UsersBody, UsersSummaryBody } from '@waybill/api-contract'
import { presentMeta, type StoredMeta } from '../../platform/http/lists/object-meta.ts'
import { roleUidOf } from '../../platform/access/roles.ts'

/** A role that a user holds: in a project, or in the tenant where there is none. */
export interface UserBinding {
  role: string
  projectUid: string | null
  projectName: string | null
}

export interface ListedUser extends StoredMeta {
  email: string
  firstName: string
  lastName: string
  disabledAt: Date | null
  lastSeenAt: Date | null
  /** Null without a link. */
  isResetting: boolean | null
  bindings: readonly UserBinding[]
}

const statusOf = ({ disabledAt, isResetting }: ListedUser) => ({
  activationLink: '',
  isActive: disabledAt === null,
  isPasswordResetting: isResetting ?? false,
})

export const tenantRoles = ({ bindings }: ListedUser) =>
  rolesOf(bindings.filter(({ projectUid }) => projectUid === null))

const rolesOf = (bindings: readonly UserBinding[]) =>
  bindings.flatMap(({ role }) => {
    const uid = roleUidOf(role)
    return uid === undefined ? [] : [{ uid, name: role }]
  })

/** Projects in which a user holds roles of their own. */
export const projectRoles = ({ bindings }: ListedUser) =>
  [...Map.groupBy(bindings, ({ projectUid }) => projectUid)].flatMap(([uid, inProject]) =>
    uid === null ? [] : [{ uid, name: inProject[0]?.projectName ?? '', roles: rolesOf(inProject), inheritedRoles: [] }],
  )

export const toUser = (user: ListedUser): UsersBody['items'][number] => ({
  metadata: presentMeta(user),
  spec: {
    emailId: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    roles: tenantRoles(user).map(({ uid }) => uid),
  },
  status: statusOf(user),
})

export function toUserSummary(user: ListedUser): UsersSummaryBody['items'][number] {
  const projects = new Map(
    user.bindings.flatMap(({ projectUid, projectName }) =>
      projectUid === null || projectName === null ? [] : [[projectUid, projectName] as const],
    ),
  )
  return {
    metadata: presentMeta(user),
    spec: {
      emailId: user.email,
      firstName: user.firstName,
      lastName: user.lastName,
      projects: [...projects].map(([uid, name]) => ({ uid, name })),
      projectsCount: projects.size,
      roles: tenantRoles(user),
      teams: [],
    },
    status: statusOf(user),
  }
}
