import type { MacroDefinition } from '@waybill/profile-format'
import type { Cipher, CipherPlace } from '../../platform/keys/cipher.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'

export interface MacroWithScope extends MacroDefinition {
  scope: 'system' | 'tenant' | 'project'
  modifiedAt: Date
}

export interface MacroScope {
  kind: 'system' | 'tenant' | 'project'
  /** For the system's macros, the tenant's uid. */
  uid: string
}

export interface MacroChanges {
  create?: readonly MacroDefinition[]
  update?: readonly MacroDefinition[]
  remove?: readonly string[]
}

/** The macros of one scope, by name. */
export async function listMacros(db: TenantClient, cipher: Cipher, scope: MacroScope): Promise<MacroDefinition[]> {
  const rows = await db.macro.findMany({
    where: { scope: scope.kind, scopeUid: scope.uid },
    select: { uid: true, name: true, value: true },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ uid, name, value }) => ({ name, value: cipher.decrypt(value, valuePlace(db, uid)) }))
}

/** Takes a transaction's client. */
export async function writeMacros(
  db: TenantClient,
  cipher: Cipher,
  { scope, changes }: { scope: MacroScope; changes: MacroChanges },
): Promise<void> {
  const { create = [], update = [], remove = [] } = changes
  const place = { scope: scope.kind, scopeUid: scope.uid }
  if (remove.length > 0) await db.macro.deleteMany({ where: { ...place, name: { in: [...remove] } } })
  if (update.length > 0) await updateValues(db, cipher, { place, macros: update })
  if (create.length > 0) await insertMacros(db, cipher, { place, macros: create })
}

const valuePlace = (db: TenantClient, uid: string): CipherPlace => ({
  tenantUid: db.$tenantUid,
  table: 'macros',
  row: uid,
  column: 'value',
})

/** Locks the scope until the transaction of `db` ends. */
export async function lockScope(db: TenantClient, scope: MacroScope) {
  await db.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`macros ${scope.uid}`}, 0))`
}

interface PlacedMacros {
  place: { scope: MacroScope['kind']; scopeUid: string }
  macros: readonly MacroDefinition[]
}

async function insertMacros(db: TenantClient, cipher: Cipher, { place, macros }: PlacedMacros) {
  await db.macro.createMany({
    data: macros.map(({ name, value }) => {
      const uid = newUid()
      const sealed = new Uint8Array(cipher.encrypt(value, valuePlace(db, uid)))
      return { ...place, uid, tenantUid: db.$tenantUid, name, value: sealed }
    }),
  })
}

async function updateValues(db: TenantClient, cipher: Cipher, { place, macros }: PlacedMacros) {
  const values = new Map(macros.map(({ name, value }) => [name, value]))
  const where = { ...place, name: { in: [...values.keys()] } }
  const known = await db.macro.findMany({ where, select: { uid: true, name: true } })
  const rows = known.map(({ uid, name }) => ({
    uid,
    value: cipher.encrypt(values.get(name) ?? '', valuePlace(db, uid)).toString('base64'),
  }))
  await db.$executeRaw`
    UPDATE macros SET value = decode(changed.value, 'base64'), modified_at = now()
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS changed(uid text, value text)
    WHERE macros.tenant_uid = ${db.$tenantUid} AND macros.uid = changed.uid`
}

/** Every macro that a scope can use: its own, its tenant's and the system's, by name. */
export async function listVisibleMacros(db: TenantClient, cipher: Cipher, scopeUid: string): Promise<MacroWithScope[]> {
  const rows = await db.$queryRaw<(Omit<MacroWithScope, 'value'> & { uid: string; value: Uint8Array })[]>`
    SELECT uid, name, value, scope, modified_at AS "modifiedAt" FROM macros
    WHERE tenant_uid = ${db.$tenantUid} AND (scope_uid = ${scopeUid} OR scope IN ('tenant', 'system'))
    ORDER BY name, scope`
  return rows.map(({ uid, value, ...macro }) => ({ ...macro, value: cipher.decrypt(value, valuePlace(db, uid)) }))
}

export interface MacroUser {
  macroName: string
  uid: string
  name: string
  version: string
  /** Null for a tenant profile. */
  projectUid: string | null
}

/** Profiles that use a macro: in the whole tenant, or those that a project's macros apply to. */
export async function listMacroUsers(db: TenantClient, scope: MacroScope): Promise<MacroUser[]> {
  const everywhere = scope.kind === 'tenant'
  return db.$queryRaw<MacroUser[]>`
    SELECT used.macro_name AS "macroName", profile.uid, profile.name, profile.version,
      nullif(profile.scope_uid, ${db.$tenantUid}) AS "projectUid"
    FROM macro_uses used JOIN profiles profile ON profile.uid = used.profile_uid
    WHERE used.tenant_uid = ${db.$tenantUid} AND (${everywhere} OR profile.scope_uid = ${scope.uid})
    ORDER BY profile.name, profile.version_key DESC`
}
