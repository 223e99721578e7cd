import { findReferences } from '@waybill/layer-text'
import type { DocumentVariable } from '@waybill/profile-format'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { NewLayer } from '../stored/stored-profile.ts'

interface MacroUser {
  layers: readonly NewLayer[]
  variables: readonly DocumentVariable[]
}

export async function insertMacroUses(db: TenantClient, profileUid: string, profile: MacroUser): Promise<void> {
  const names = macroNames(profile)
  if (names.length === 0) return
  await db.$executeRaw`
    INSERT INTO macro_uses (profile_uid, tenant_uid, macro_name)
    SELECT ${profileUid}, ${db.$tenantUid}, name FROM json_array_elements_text(${JSON.stringify(names)}::json) AS name`
}

/** Macros can be used in texts and in the defaults of variables. */
function macroNames({ layers, variables }: MacroUser): string[] {
  const inspections = layers.flatMap((layer) => [layer.inspection, ...layer.manifestInspections])
  const references = [
    ...inspections.flatMap((inspection) => inspection.references),
    ...variables.flatMap((variable) => findReferences(variable.defaultValue)),
  ]
  return [...new Set(references.filter(({ kind }) => kind === 'macro').map(({ name }) => name))]
}
