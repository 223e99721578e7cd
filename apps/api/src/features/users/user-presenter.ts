import type { UsersBody, UsersSummaryBody } from '@waybill/api-contract'
import { presentMeta, type StoredMeta } from '../../platform/lists/object-meta.ts'
import type { Role } from '../../platform/access/roles/roles.ts'

/** A role that a user holds: in a project, or in the tenant if there is none; directly, or through a team. */
export interface UserRole {
  role: Role
  projectUid: string | null
  projectName: string | null
  teamUid: string | null
  teamName: string | null
}

export interface ListedUser extends StoredMeta {
  email: string
  firstName: string
  lastName: string
  disabledAt: Date | null
  lastSeenAt: Date | null
  hasPassword: boolean
  /** Whether there is a password link that works; false for one that expired unused, null for none. */
  isResetting: boolean | null
  /** To an identity at an identity provider. */
  isLinked: boolean
  held: readonly UserRole[]
  teams: readonly { uid: string; name: string }[]
}

const statusOf = ({ disabledAt, isResetting }: ListedUser) => ({
  activationLink: '',
  isActive: disabledAt === null,
  isPasswordResetting: isResetting ?? false,
})

const isDirect = ({ teamUid }: UserRole) => teamUid === null
const isByTeam = ({ teamUid }: UserRole) => teamUid !== null

/** Each role once, since several teams may grant it. */
const namesOf = (held: readonly UserRole[]) =>
  [...new Map(held.map(({ role }) => [role.uid, role])).values()].map(({ uid, name }) => ({ uid, name }))

/** Palette calls roles held through a team inherited. */
const split = (held: readonly UserRole[]) => ({
  roles: namesOf(held.filter(isDirect)),
  inheritedRoles: namesOf(held.filter(isByTeam)),
})

export const tenantRoles = ({ held }: ListedUser) => split(held.filter(({ projectUid }) => projectUid === null))

/** The projects in which a user holds roles, besides those that they hold in the tenant. */
export const projectRoles = ({ held }: ListedUser) =>
  [...Map.groupBy(held, ({ projectUid }) => projectUid)].flatMap(([uid, inProject]) =>
    uid === null ? [] : [{ uid, name: inProject[0]?.projectName ?? '', ...split(inProject) }],
  )

export const toUser = (user: ListedUser): UsersBody['items'][number] => ({
  metadata: presentMeta(user),
  spec: {
    emailId: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    roles: tenantRoles(user).roles.map(({ uid }) => uid),
  },
  status: statusOf(user),
})

export function toUserSummary(user: ListedUser): UsersSummaryBody['items'][number] {
  const projects = projectRoles(user).map(({ uid, name }) => ({ uid, name }))
  return {
    metadata: presentMeta(user),
    spec: {
      emailId: user.email,
      firstName: user.firstName,
      lastName: user.lastName,
      projects,
      projectsCount: projects.length,
      roles: tenantRoles(user).roles,
      teams: user.teams.map(({ uid, name }) => ({ uid, name })),
    },
    status: statusOf(user),
  }
}
