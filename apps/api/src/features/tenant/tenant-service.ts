import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { readTenant, type TenantSettings, writeTenant } from './tenant-repository.ts'

/** An absent setting stays as it is. */
type TenantChange = Omit<TenantSettings, 'registriesMustMatch'> & { registriesMustMatch?: boolean | undefined }

const FIELDS = ['name', 'colour', 'keepsPublished', 'registriesMustMatch'] as const

/** Replaces the settings and writes the audit event, both or neither. @returns the uid of the audit event */
export function changeTenant({ db, caller }: UseCase, settings: TenantChange): Promise<string> {
  const { name, colour, keepsPublished } = settings
  return db.$transaction(async (tx) => {
    const { uid, ...before } = await readTenant(tx)
    const { registriesMustMatch = before.registriesMustMatch } = settings
    const after = { name, colour, keepsPublished, registriesMustMatch }
    await writeTenant(tx, uid, after)
    const changed = FIELDS.filter((field) => before[field] !== after[field])
    return recordAudit(tx, {
      caller,
      action: 'update',
      resource: { kind: 'tenant', uid, name },
      details: { changed, keepsPublished, registriesMustMatch },
    })
  })
}
