import { readName } from '../../platform/lists/read-name.ts'
import { checkGrant } from '../../platform/access/roles/grant-policy.ts'
import {
  BUILT_IN_ROLES,
  permissionsIn,
  type Permission,
  type Role,
  type RoleScope,
} from '../../platform/access/roles/roles.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { fieldsError } from '../../platform/errors/field-errors.ts'
import type { StringMap } from '../../platform/lists/object-meta.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { listHoldings } from './role-holder-repository.ts'
import {
  deleteRole,
  findOwnRole,
  insertRole,
  listOwnRoles,
  lockRole,
  updateRole,
  type OwnRole,
  type RoleColumns,
} from './role-repository.ts'

export type KnownRole = Role & Partial<Pick<OwnRole, 'labels' | 'annotations'>>

/** The built-in roles and the tenant's custom ones. */
export const listAllRoles = async (db: TenantClient): Promise<KnownRole[]> => [
  ...BUILT_IN_ROLES,
  ...(await listOwnRoles(db)),
]

const findBuiltIn = (uid: string) => BUILT_IN_ROLES.find((role) => role.uid === uid)

/** @throws AppError ResourceNotFound */
export async function getRole(db: TenantClient, uid: string): Promise<KnownRole> {
  const role = findBuiltIn(uid) ?? (await findOwnRole(db, uid))
  if (!role) throw new AppError('ResourceNotFound')
  return role
}

export interface RoleDraft {
  name: string
  scope: 'system' | 'tenant' | 'project' | 'resource'
  permissions: readonly string[]
  labels?: StringMap | null | undefined
  annotations?: StringMap | null | undefined
}

/** @throws AppError RoleExists, NotSupported, InvalidRequest, GrantExceedsOwn */
export async function createRole({ db, caller }: UseCase, draft: RoleDraft) {
  const role = readDraft(draft)
  checkGrant(caller, role.permissions)
  return db.$transaction(async (tx) => {
    const uid = await insertRole(tx, role)
    const resource = { kind: 'role', uid, name: role.name }
    return { uid, auditUid: await recordEffect(tx, { caller, action: 'create', resource, details: detailsOf(role) }) }
  })
}

/** @throws AppError ResourceNotFound, RoleExists, GrantExceedsOwn */
export async function cloneRole(use: UseCase, uid: string, name: string) {
  const { scope, permissions } = await getRole(use.db, uid)
  return createRole(use, { name, scope, permissions })
}

/**
 * Changes a role for all who hold it.
 * @throws AppError RoleBuiltIn, ResourceNotFound, RoleExists, RoleHeldInProjects, NotSupported, InvalidRequest,
 * GrantExceedsOwn
 */
export async function replaceRole({ db, caller }: UseCase, uid: string, draft: RoleDraft): Promise<string> {
  const role = readDraft(draft)
  return db.$transaction(async (tx) => {
    const before = await lockOwnRole(tx, uid)
    const added = role.permissions.filter((permission) => !before.permissions.includes(permission))
    const removed = before.permissions.filter((permission) => !role.permissions.includes(permission))
    checkGrant(caller, [...added, ...removed])
    if (role.scope === 'tenant' && before.scope === 'project') await refuseHeldInProjects(tx, before)
    await updateRole(tx, uid, role)
    const changed = (['name', 'scope'] as const).filter((field) => before[field] !== role[field])
    const details = { scope: role.scope, changed, added, removed }
    return recordAudit(tx, { caller, action: 'update', resource: { kind: 'role', uid, name: role.name }, details })
  })
}

/** @throws AppError RoleBuiltIn, ResourceNotFound, GrantExceedsOwn for what its holders would lose */
export async function removeRole({ db, caller }: UseCase, uid: string): Promise<string> {
  return db.$transaction(async (tx) => {
    const role = await lockOwnRole(tx, uid)
    const holdings = await listHoldings(tx, role)
    if (holdings.length > 0) checkGrant(caller, role.permissions)
    await deleteRole(tx, uid)
    const countOf = (kind: 'user' | 'team') =>
      new Set(holdings.flatMap((held) => (held.kind === kind ? [held.uid] : []))).size
    const details = { ...detailsOf(role), users: countOf('user'), teams: countOf('team') }
    return recordAudit(tx, { caller, action: 'delete', resource: { kind: 'role', uid, name: role.name }, details })
  })
}

const detailsOf = ({ scope, permissions }: Pick<Role, 'scope' | 'permissions'>) => ({ scope, permissions })

async function lockOwnRole(tx: TenantClient, uid: string): Promise<OwnRole> {
  if (findBuiltIn(uid)) throw new AppError('RoleBuiltIn')
  const role = (await lockRole(tx, uid)) ? await findOwnRole(tx, uid) : undefined
  if (!role) throw new AppError('ResourceNotFound')
  return role
}

async function refuseHeldInProjects(tx: TenantClient, role: Role): Promise<void> {
  const projects = new Set((await listHoldings(tx, role)).flatMap(({ projectUid }) => projectUid ?? []))
  if (projects.size > 0) throw new AppError('RoleHeldInProjects', { params: { projects: projects.size } })
}

/** Names are compared in normalised form, since people tell roles apart by them. */
function readDraft({ name: written, scope, permissions, labels, annotations }: RoleDraft): RoleColumns {
  if (scope === 'system' || scope === 'resource') {
    throw new AppError('NotSupported', { params: { field: 'spec.scope' } })
  }
  const name = readName(written)
  const same = (other: string) => other.toLowerCase() === name.toLowerCase()
  if (BUILT_IN_ROLES.some((role) => same(role.name))) throw new AppError('RoleExists')
  return { name, scope, permissions: readPermissions(permissions, scope), labels, annotations }
}

function readPermissions(given: readonly string[], scope: RoleScope): Permission[] {
  const allowed: ReadonlyMap<string, Permission> = new Map(permissionsIn(scope).map((one) => [one, one]))
  const unknown = given.flatMap((permission, index) =>
    allowed.has(permission) ? [] : [{ path: `spec.permissions.${index}`, keyword: 'invalid_value' }],
  )
  if (unknown.length > 0) throw fieldsError(unknown)
  return [...new Set(given.flatMap((permission) => allowed.get(permission) ?? []))].toSorted()
}
