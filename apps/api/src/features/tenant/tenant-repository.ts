import type { TenantClient } from '../../platform/database/tenant-db.ts'

export interface TenantSettings {
  name: string
  colour: string
  keepsPublished: boolean
  registriesMustMatch: boolean
}

const SETTINGS = { uid: true, name: true, colour: true, keepsPublished: true, registriesMustMatch: true } as const

export const readTenant = (db: TenantClient): Promise<TenantSettings & { uid: string }> =>
  db.tenant.findFirstOrThrow({ select: SETTINGS })

/** Takes a transaction's client. The database refuses a name that another tenant has. */
export async function writeTenant(tx: TenantClient, uid: string, settings: TenantSettings): Promise<void> {
  await tx.tenant.update({ where: { uid }, data: settings, select: { uid: true } })
}
