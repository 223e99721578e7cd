import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** Whether another user who is not disabled holds a tenant role directly. */
export async function isHeldByOthers(tx: TenantClient, uid: string, role: string): Promise<boolean> {
  const held = { some: { scopeUid: tx.$tenantUid, role } }
  return (await tx.user.count({ where: { disabledAt: null, NOT: { uid }, roleBindings: held } })) > 0
}

export async function listTenantRoles(tx: TenantClient, userUid: string): Promise<string[]> {
  const held = await tx.roleBinding.findMany({ where: { userUid, scopeUid: tx.$tenantUid }, select: { role: true } })
  return held.map(({ role }) => role)
}

export async function changeTenantRoles(
  tx: TenantClient,
  userUid: string,
  { given, taken }: { given: readonly string[]; taken: readonly string[] },
): Promise<void> {
  const held = { userUid, scopeUid: tx.$tenantUid }
  await tx.roleBinding.deleteMany({ where: { ...held, role: { in: [...taken] } } })
  await tx.roleBinding.createMany({
    data: given.map((role) => ({ ...held, tenantUid: tx.$tenantUid, role })),
    skipDuplicates: true,
  })
}
