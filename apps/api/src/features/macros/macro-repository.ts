import type { MacroDefinition } from '@waybill/profile-format'
import type { Cipher } from '../../platform/keys/cipher.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'

export interface MacroWithScope extends MacroDefinition {
  scope: 'system' | 'tenant' | 'project'
  modifiedAt: Date
}

export interface MacroScope {
  kind: 'system' | 'tenant' | 'project'
  /** The tenant's for those of the system. */
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
    select: { name: true, value: true },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ name, value }) => ({ name, value: cipher.decrypt(value) }))
}

/** Takes the client of a transaction. */
export async function writeMacros(
  db: TenantClient,
  cipher: Cipher,
  { scope, changes }: { scope: MacroScope; changes: MacroChanges },
): Promise<void> {
  const { create = [], update = [], remove = [] } = changes
  const place = { scope: scope.kind, scopeUid: scope.uid }
  if (remove.length > 0) await db.macro.deleteMany({ where: { ...place, name: { in: [...remove] } } })
  if (update.length > 0) await updateValues(db, scope, encrypted(cipher, update))
  if (create.length > 0) await insertMacros(db, scope, encrypted(cipher, create))
}

interface EncryptedMacro {
  name: string
  value: Uint8Array<ArrayBuffer>
}

const encrypted = (cipher: Cipher, macros: readonly MacroDefinition[]): EncryptedMacro[] =>
  macros.map(({ name, value }) => ({ name, value: new Uint8Array(cipher.encrypt(value)) }))

/** Who comes second waits, until the transaction of `db` ends. */
export async function lockScope(db: TenantClient, scope: MacroScope) {
  await db.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`macros ${scope.uid}`}, 0)) WHERE ${db.$tenantUid} <> ''`
}

async function insertMacros(db: TenantClient, scope: MacroScope, macros: readonly EncryptedMacro[]) {
  await db.macro.createMany({
    data: macros.map((macro) => ({
      ...macro,
      uid: newUid(),
      tenantUid: db.$tenantUid,
      scope: scope.kind,
      scopeUid: scope.uid,
    })),
  })
}

async function updateValues(db: TenantClient, scope: MacroScope, macros: readonly EncryptedMacro[]) {
  const rows = macros.map(({ name, value }) => ({ name, value: Buffer.from(value).toString('base64') }))
  await db.$executeRaw`
    UPDATE macros SET value = decode(changed.value, 'base64'), modified_at = now()
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS changed(name text, value text)
    WHERE macros.tenant_uid = ${db.$tenantUid} AND macros.scope = ${scope.kind} AND macros.scope_uid = ${scope.uid}
      AND macros.name = changed.name`
}

/** Every macro that a scope can use: its own, its tenant's and the system's, by name. */
export async function listVisibleMacros(db: TenantClient, cipher: Cipher, scopeUid: string): Promise<MacroWithScope[]> {
  const rows = await db.macro.findMany({
    where: { OR: [{ scopeUid }, { scope: { in: ['tenant', 'system'] } }] },
    select: { name: true, value: true, scope: true, modifiedAt: true },
    orderBy: [{ name: 'asc' }, { scope: 'asc' }],
  })
  return rows.flatMap(({ name, value, scope, modifiedAt }) =>
    scope === 'system' || scope === 'tenant' || scope === 'project'
      ? [{ name, value: cipher.decrypt(value), scope, modifiedAt }]
      : [],
  )
}

/** Names alone, for planning: what a macro resolves to is nobody's business there. */
export const listVisibleMacroNames = (db: TenantClient, scopeUid: string) => db.$queryRaw<
  Pick<MacroWithScope, 'name' | 'scope'>[]
>`
  SELECT name, scope FROM macros
  WHERE tenant_uid = ${db.$tenantUid} AND (scope_uid = ${scopeUid} OR scope IN ('tenant', 'system'))
  ORDER BY name, scope`

export interface MacroUser {
  macroName: string
  uid: string
  name: string
  version: string
}

/** Profiles that name a macro: of the tenant as a whole, or those that a project's macros reach. */
export async function listMacroUsers(db: TenantClient, scope: MacroScope): Promise<MacroUser[]> {
  const everywhere = scope.kind === 'tenant'
  return db.$queryRaw<MacroUser[]>`
    SELECT used.macro_name AS "macroName", profile.uid, profile.name, profile.version
    FROM macro_uses used JOIN profiles profile ON profile.uid = used.profile_uid
    WHERE used.tenant_uid = ${db.$tenantUid} AND (${everywhere} OR profile.scope_uid = ${scope.uid})
    ORDER BY profile.name, profile.version_key DESC`
}
