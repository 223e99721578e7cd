import { recordAudit, type AuditEntry } from '../../platform/audit/audit-log.ts'
import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'

export interface TenantSettings {
  name: string
  colour: string
  keepsPublished: boolean
  registriesMustMatch: boolean
}

/** A setting that is not given stays. */
type TenantChange = Omit<TenantSettings, 'registriesMustMatch'> & { registriesMustMatch?: boolean | undefined }

const SETTINGS = { uid: true, name: true, colour: true, keepsPublished: true, registriesMustMatch: true } as const

const FIELDS = ['name', 'colour', 'keepsPublished', 'registriesMustMatch'] as const

export const readTenant = (db: TenantClient): Promise<TenantSettings & { uid: string }> =>
  db.tenant.findFirstOrThrow({ select: SETTINGS })

/**
 * Replaces the settings and says so in the audit, both or neither. A name that another tenant has is refused by the database.
 *
 * @returns the uid of the audit event.
 */
export function changeTenant(db: TenantDb, caller: AuditEntry['caller'], settings: TenantChange): Promise<string> {
  const { name, colour, keepsPublished } = settings
  return db.$transaction(async (tx) => {
    const before = await readTenant(tx)
    const { registriesMustMatch = before.registriesMustMatch } = settings
    const data = { name, colour, keepsPublished, registriesMustMatch }
    await tx.tenant.update({ where: { uid: before.uid }, data, select: { uid: true } })
    const changed = FIELDS.filter((field) => before[field] !== data[field])
    const resource = { kind: 'tenant', uid: before.uid, name }
    return recordAudit(tx, {
      caller,
      action: 'update',
      resource,
      details: { changed, keepsPublished, registriesMustMatch },
    })
  })
}
