import type { PersonBody } from '@waybill/api-contract'
import { projectRoles, tenantRoles, type ListedUser } from '../user-presenter.ts'

const namesOf = (roles: readonly { name: string }[]) => roles.map(({ name }) => name)

export const toPerson = (user: ListedUser): PersonBody => ({
  uid: user.uid,
  name: user.name,
  email: user.email,
  firstName: user.firstName,
  lastName: user.lastName,
  isActive: user.disabledAt === null,
  hasPassword: user.hasPassword,
  hasOpenLink: user.isResetting ?? false,
  isLinked: user.isLinked,
  hasExpiredLink: user.isResetting === false,
  createdAt: user.createdAt.toISOString(),
  lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
  tenantRoles: namesOf(tenantRoles(user).roles),
  projects: projectRoles(user).flatMap(({ uid, name, roles }) =>
    roles.length === 0 ? [] : [{ uid, name, roles: namesOf(roles) }],
  ),
  teams: user.teams.map(({ uid, name }) => ({ uid, name })),
})
