import { readRole, type HeldRow } from '../../platform/access/roles/held-role.ts'
import type { Role } from '../../platform/access/roles/roles.ts'
import { refuseTakenName } from '../../platform/database/refuse-taken-name.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { metaColumns, type StringMap } from '../../platform/lists/object-meta.ts'

/** A custom role as stored. */
export interface OwnRole extends Role {
  labels: string
  annotations: string
}

export interface RoleColumns extends Pick<Role, 'name' | 'scope' | 'permissions'> {
  labels?: StringMap | null | undefined
  annotations?: StringMap | null | undefined
}

export async function listOwnRoles(db: TenantClient): Promise<OwnRole[]> {
  const rows = await db.role.findMany({ orderBy: { name: 'asc' } })
  return rows.flatMap(toOwnRole)
}

export async function findOwnRole(db: TenantClient, uid: string): Promise<OwnRole | undefined> {
  const row = await db.role.findFirst({ where: { uid } })
  return row ? toOwnRole(row)[0] : undefined
}

type Row = Awaited<ReturnType<TenantClient['role']['findMany']>>[number]

function toOwnRole({ uid, name, scope, permissions, labels, annotations }: Row): OwnRole[] {
  const customScope: HeldRow['customScope'] = scope === 'tenant' ? 'tenant' : 'project'
  const role = readRole({ role: uid, customName: name, customScope, customPermissions: permissions })
  return role ? [{ ...role, labels, annotations }] : []
}

const columnsOf = ({ name, scope, permissions, labels, annotations }: RoleColumns) => {
  // Clients read the scope from the annotations; it is stored in its column only.
  const { scope: _scope, ...others } = annotations ?? {}
  return { name, scope, permissions: [...permissions], ...metaColumns({ labels, annotations: others }) }
}

export async function insertRole(db: TenantClient, role: RoleColumns): Promise<string> {
  const uid = newUid()
  await refuseTakenName(db, 'roles', { uid, name: role.name })
  await db.role.create({ data: { uid, tenantUid: db.$tenantUid, ...columnsOf(role) } })
  return uid
}

export async function updateRole(db: TenantClient, uid: string, role: RoleColumns): Promise<void> {
  const isNamedSo = (await db.role.count({ where: { uid, name: role.name } })) === 1
  if (!isNamedSo) await refuseTakenName(db, 'roles', { uid, name: role.name })
  await db.role.update({ where: { uid }, data: columnsOf(role) })
}

/** Takes the role away from all who hold it. */
export async function deleteRole(db: TenantClient, uid: string): Promise<void> {
  await db.roleBinding.deleteMany({ where: { role: uid } })
  await db.teamRole.deleteMany({ where: { role: uid } })
  await db.role.delete({ where: { uid } })
}

/** Locks the role against being changed or granted. @returns whether it exists */
export async function lockRole(db: TenantClient, uid: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT FROM roles WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid} FOR UPDATE`
  return rows.length > 0
}

/** Keeps roles from being deleted until they are granted. */
export async function shareRoles(db: TenantClient, uids: readonly string[]): Promise<void> {
  await db.$queryRaw`
    SELECT FROM roles WHERE tenant_uid = ${db.$tenantUid} AND uid = ANY(${[...uids]}::bpchar[]) ORDER BY uid FOR SHARE`
}
