import { Prisma } from '../../platform/database/prisma.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { metaColumns, type StringMap } from '../../platform/lists/object-meta.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'

export interface ProjectMetadata {
  name: string
  labels?: StringMap | null | undefined
  annotations?: StringMap | null | undefined
}

export interface Contents {
  profiles: number
  macros: number
}

const FIELDS = ['name', 'description', 'labels', 'annotations'] as const

export const findProject = (db: TenantClient, uid: string) => db.project.findFirst({ where: { uid } })

/** @throws AppError ResourceNotFound for a project of another tenant */
export async function checkProjects(db: TenantClient, uids: readonly string[]): Promise<void> {
  const wanted = [...new Set(uids)]
  if ((await db.project.count({ where: { uid: { in: wanted } } })) < wanted.length)
    throw new AppError('ResourceNotFound')
}

/** Counts what makes deleting a project need confirmation. */
export async function countContents(db: TenantClient, uid: string): Promise<Contents> {
  const where = { scope: 'project', scopeUid: uid }
  const [profiles, macros] = [await db.profile.count({ where }), await db.macro.count({ where })]
  return { profiles, macros }
}

/**
 * A change excludes others, since it checks that the name is free. A deletion only shares the lock: it waits for the
 * project's profiles, and whoever has locked one of those may be waiting for a share lock on the tenant.
 */
const LOCKS_OF_TENANT = { change: Prisma.sql`FOR NO KEY UPDATE`, delete: Prisma.sql`FOR SHARE` }

/**
 * Locks the project against other changes and writes into it. The tenant is locked first, in the same order as by
 * changes of roles, which lock the project after it, to avoid deadlocks.
 * @returns the project's name
 * @throws AppError ResourceNotFound
 */
export async function lockProject(
  tx: TenantClient,
  uid: string,
  purpose: keyof typeof LOCKS_OF_TENANT,
): Promise<string> {
  await tx.$queryRaw`SELECT FROM tenants WHERE uid = ${tx.$tenantUid} ${LOCKS_OF_TENANT[purpose]}`
  const [project] = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM projects WHERE tenant_uid = ${tx.$tenantUid} AND uid = ${uid} FOR UPDATE`
  if (!project) throw new AppError('ResourceNotFound')
  return project.name
}

export async function insertProject(db: TenantClient, metadata: ProjectMetadata): Promise<string> {
  const uid = newUid()
  await db.project.create({ data: { uid, tenantUid: db.$tenantUid, ...columnsOf(metadata) } })
  return uid
}

/** @returns the changed fields */
export async function updateProject(tx: TenantClient, uid: string, metadata: ProjectMetadata): Promise<string[]> {
  const data = columnsOf(metadata)
  const before = await tx.project.findFirstOrThrow({ where: { uid } })
  await tx.project.update({ where: { uid }, data })
  return FIELDS.filter((field) => before[field] !== data[field])
}

/** Whether the project contains published profiles and the tenant keeps published profiles immutable. */
export async function holdsImmutableVersions(tx: TenantClient, uid: string): Promise<boolean> {
  // Locks the setting until this transaction ends (features/profiles/write/immutable-version-repository.ts).
  const [tenant] = await tx.$queryRaw<{ isImmutable: boolean }[]>`
    SELECT keeps_published AND EXISTS (
      SELECT FROM profiles WHERE tenant_uid = ${tx.$tenantUid} AND scope_uid = ${uid} AND is_published
    ) AS "isImmutable" FROM tenants WHERE uid = ${tx.$tenantUid} FOR SHARE`
  return tenant?.isImmutable ?? false
}

function columnsOf({ name, labels, annotations }: ProjectMetadata) {
  const { description = '', scope: _scope, ...others } = annotations ?? {}
  return { name, description, ...metaColumns({ labels, annotations: others }) }
}

/** Deletes layers, manifests and variables with their profiles, and roles with the project. */
export async function removeProject(db: TenantClient, uid: string) {
  const inProject = { where: { scopeUid: uid } }
  await db.$executeRaw`
    DELETE FROM macro_uses used USING profiles profile
    WHERE used.tenant_uid = ${db.$tenantUid} AND profile.uid = used.profile_uid AND profile.scope_uid = ${uid}`
  await db.$executeRaw`
    DELETE FROM import_records record USING profiles profile
    WHERE record.tenant_uid = ${db.$tenantUid} AND profile.uid = record.profile_uid AND profile.scope_uid = ${uid}`
  await db.profile.deleteMany(inProject)
  await db.macro.deleteMany(inProject)
  await db.tagFilter.deleteMany(inProject)
  await db.secretMark.deleteMany(inProject)
  await db.project.delete({ where: { uid } })
}
