import { refuseTakenName } from '../../platform/database/refuse-taken-name.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { metaColumns, type StringMap } from '../../platform/lists/object-meta.ts'

export interface TeamColumns {
  name: string
  labels?: StringMap | null | undefined
  annotations?: StringMap | null | undefined
}

/** Locks the team against other changes of it and its members. @returns its name. @throws AppError ResourceNotFound */
export async function lockTeam(tx: TenantClient, uid: string): Promise<string> {
  const [team] = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM teams WHERE tenant_uid = ${tx.$tenantUid} AND uid = ${uid} FOR UPDATE`
  if (!team) throw new AppError('ResourceNotFound')
  return team.name
}

export async function insertTeam(tx: TenantClient, { name, ...meta }: TeamColumns): Promise<string> {
  const uid = newUid()
  await refuseTakenName(tx, 'teams', { uid, name })
  await tx.team.create({ data: { uid, tenantUid: tx.$tenantUid, name, ...metaColumns(meta) } })
  return uid
}

export async function updateTeam(tx: TenantClient, uid: string, { name, ...meta }: TeamColumns): Promise<void> {
  const isNamedSo = (await tx.team.count({ where: { uid, name } })) === 1
  if (!isNamedSo) await refuseTakenName(tx, 'teams', { uid, name })
  await tx.team.update({ where: { uid }, data: { name, ...metaColumns(meta) } })
}

/** Deletes its members and roles with it. */
export async function deleteTeam(tx: TenantClient, uid: string): Promise<void> {
  await tx.team.delete({ where: { uid } })
}

export async function listMemberUids(tx: TenantClient, uid: string): Promise<string[]> {
  const members = await tx.teamMember.findMany({ where: { teamUid: uid }, select: { userUid: true } })
  return members.map(({ userUid }) => userUid)
}

/** @throws AppError ResourceNotFound for a user of another tenant */
export async function insertMembers(tx: TenantClient, uid: string, userUids: readonly string[]): Promise<void> {
  const wanted = [...new Set(userUids)]
  if ((await tx.user.count({ where: { uid: { in: wanted } } })) < wanted.length) throw new AppError('ResourceNotFound')
  const data = wanted.map((userUid) => ({ teamUid: uid, userUid, tenantUid: tx.$tenantUid }))
  await tx.teamMember.createMany({ data, skipDuplicates: true })
}

export async function deleteMembers(tx: TenantClient, uid: string, userUids: readonly string[]): Promise<number> {
  const { count } = await tx.teamMember.deleteMany({ where: { teamUid: uid, userUid: { in: [...userUids] } } })
  return count
}

/** E-mails, for the audit log. */
export async function listEmails(tx: TenantClient, userUids: readonly string[]): Promise<string[]> {
  const users = await tx.user.findMany({
    where: { uid: { in: [...userUids] } },
    select: { email: true },
    orderBy: { email: 'asc' },
  })
  return users.map(({ email }) => email)
}
