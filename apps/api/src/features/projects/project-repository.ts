import { AppError } from '../../platform/errors/app-error.ts'
import { roleChanges } from '../../platform/access/grant-policy.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { metaColumns } from '../../platform/lists/object-meta.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import { setTeams, setUsers } from './project-member-repository.ts'
import type { Contents, ProjectMetadata, ProjectStore } from './project-service.ts'

const FIELDS = ['name', 'description', 'labels', 'annotations'] as const

export const findProject = (db: TenantClient, uid: string) => db.project.findFirst({ where: { uid } })

/** @throws AppError ResourceNotFound for one that is not of this tenant. */
export async function checkProjects(db: TenantClient, uids: readonly string[]): Promise<void> {
  const wanted = [...new Set(uids)]
  if ((await db.project.count({ where: { uid: { in: wanted } } })) < wanted.length)
    throw new AppError('ResourceNotFound')
}

/** Of which a project that has some is not deleted without being asked. */
export async function countContents(db: TenantClient, uid: string): Promise<Contents> {
  const where = { scope: 'project', scopeUid: uid }
  const [profiles, macros] = [await db.profile.count({ where }), await db.macro.count({ where })]
  return { profiles, macros }
}

/** Takes the client of a transaction. */
export function createProjectStore(db: TenantClient, caller: Caller): ProjectStore {
  return {
    async lock(uid) {
      const [project] = await db.$queryRaw<{ name: string }[]>`
        SELECT name FROM projects WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid} FOR UPDATE`
      return project?.name
    },
    async isTaken(name, uid = '') {
      await db.$queryRaw`SELECT FROM tenants WHERE uid = ${db.$tenantUid} FOR NO KEY UPDATE`
      const [found] = await db.$queryRaw<{ isTaken: boolean }[]>`
        SELECT EXISTS (
          SELECT FROM projects WHERE tenant_uid = ${db.$tenantUid} AND lower(name) = lower(${name}) AND uid <> ${uid}
        ) AS "isTaken"`
      return found?.isTaken ?? false
    },
    async create(metadata) {
      const uid = newUid()
      await db.project.create({ data: { uid, tenantUid: db.$tenantUid, ...columnsOf(metadata) } })
      return uid
    },
    async replace(uid, metadata) {
      const data = columnsOf(metadata)
      const before = await db.project.findFirstOrThrow({ where: { uid } })
      await db.project.update({ where: { uid }, data })
      return FIELDS.filter((field) => before[field] !== data[field])
    },
    async setMembers(projectUid, { users, teams }) {
      const ofUsers = users && (await setUsers(db, { caller, projectUid, members: users }))
      const ofTeams = teams && (await setTeams(db, { caller, projectUid, members: teams }))
      const changes = [ofUsers, ofTeams].filter((change) => change !== undefined)
      return { ...roleChanges(changes), people: ofUsers?.names ?? [], teams: ofTeams?.names ?? [] }
    },
    countContents: (uid) => countContents(db, uid),
    async holdsKeptVersions(uid) {
      // Who switches the setting waits until this is done (features/profiles/write/kept-version-repository.ts).
      const [tenant] = await db.$queryRaw<{ isKept: boolean }[]>`
        SELECT keeps_published AND EXISTS (
          SELECT FROM profiles WHERE tenant_uid = ${db.$tenantUid} AND scope_uid = ${uid} AND is_published
        ) AS "isKept" FROM tenants WHERE uid = ${db.$tenantUid} FOR SHARE`
      return tenant?.isKept ?? false
    },
    remove: (uid) => removeProject(db, uid),
    audit: (action, project, details) =>
      recordEffect(db, { caller, action, resource: { kind: 'project', ...project }, ...(details && { details }) }),
  }
}

function columnsOf({ name, labels, annotations }: ProjectMetadata) {
  const { description = '', scope: _scope, ...others } = annotations ?? {}
  return { name, description, ...metaColumns({ labels, annotations: others }) }
}

/** Layers, manifests and variables go with their profiles, roles with the project. */
async function removeProject(db: TenantClient, uid: string) {
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
