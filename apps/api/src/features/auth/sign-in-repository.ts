import type { Platform } from '../../platform/platform.ts'

export interface SignInUser {
  uid: string
  tenantUid: string
  tenantName: string
  email: string
  passwordHash: string
  isDisabled: boolean
}

/** Users with an e-mail, in all tenants. */
export async function findUsers(prisma: Platform['prisma'], email: string): Promise<SignInUser[]> {
  const users = await prisma.user.findMany({ where: { email } })
  const tenants = await prisma.tenant.findMany({ where: { uid: { in: users.map(({ tenantUid }) => tenantUid) } } })
  const names = new Map(tenants.map(({ uid, name }) => [uid, name]))
  return users
    .map((user) => ({ ...user, tenantName: names.get(user.tenantUid) ?? '', isDisabled: user.disabledAt !== null }))
    .toSorted((one, other) => one.tenantName.localeCompare(other.tenantName, 'en'))
}
