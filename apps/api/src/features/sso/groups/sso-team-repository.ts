import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'

export const findTeams = (tx: TenantClient, names: readonly string[]) =>
  tx.team.findMany({ where: { name: { in: [...names] } }, select: { uid: true, name: true } })

/** @returns its uid */
export async function insertTeam(tx: TenantClient, name: string): Promise<string> {
  const uid = newUid()
  await tx.team.create({ data: { uid, tenantUid: tx.$tenantUid, name } })
  return uid
}

export interface Membership {
  uid: string
  name: string
  /** Whether the membership came from a group. */
  byProvider: boolean
}

export async function listMemberships(tx: TenantClient, userUid: string): Promise<Membership[]> {
  const select = { byProvider: true, team: { select: { uid: true, name: true } } } as const
  const held = await tx.teamMember.findMany({ where: { userUid }, select })
  return held.map(({ byProvider, team }) => ({ ...team, byProvider }))
}

export async function changeMemberships(
  tx: TenantClient,
  userUid: string,
  { joined, left }: Record<'joined' | 'left', readonly { uid: string }[]>,
): Promise<void> {
  await tx.teamMember.deleteMany({ where: { userUid, teamUid: { in: left.map(({ uid }) => uid) } } })
  await tx.teamMember.createMany({
    data: joined.map(({ uid: teamUid }) => ({ teamUid, userUid, tenantUid: tx.$tenantUid, byProvider: true })),
    skipDuplicates: true,
  })
}
