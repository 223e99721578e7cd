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
  bindings: readonly UserBinding[]
}

const statusOf = ({ disabledAt }: ListedUser) => ({
  activationLink: '',
  isActive: disabledAt === null,
  isPasswordResetting: false,
})

const tenantRoles = ({ bindings }: ListedUser) =>
  bindings
    .filter(({ projectUid }) => projectUid === null)
    .flatMap(({ role }) => {
      const uid = roleUidOf(role)
      return uid === undefined ? [] : [{ uid, name: role }]
    })

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
