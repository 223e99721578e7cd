import type { MacroDefinition } from '@waybill/profile-format'
import { recordAudit, type AuditEntry } from '../../platform/audit-log.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { TenantClient } from '../../platform/tenant-db.ts'
import { newUid } from '../../platform/uid.ts'
import type { MacroChanges, MacroScope, MacroStore } from './macro-service.ts'

export interface MacroWithScope extends MacroDefinition {
  scope: 'system' | 'tenant' | 'project'
  modifiedAt: Date
}

/** For changing the macros of one scope. Takes the client of a transaction. */
export function createMacroStore(db: TenantClient, { cipher, caller, scope }: MacroContext): MacroStore {
  return {
    async listToChange() {
      await lockScope(db, scope)
      return listMacros(db, cipher, scope)
    },
    async apply({ create = [], update = [], remove = [] }) {
      const place = { scope: scope.kind, scopeUid: scope.uid }
      if (remove.length > 0) await db.macro.deleteMany({ where: { ...place, name: { in: [...remove] } } })
      if (update.length > 0) await updateValues(db, scope, encrypted(cipher, update))
      if (create.length > 0) await insertMacros(db, scope, encrypted(cipher, create))
    },
    audit: (changes) =>
      recordAudit(db, {
        caller,
        action: 'update',
        resource: { kind: 'macro', uid: scope.uid, name: `${scope.kind} macros` },
        details: namesOf(changes),
      }),
  }
}

/** Macros of one scope by name. Waits for nobody who is changing them. */
export async function listMacros(db: TenantClient, cipher: Cipher, scope: MacroScope): Promise<MacroDefinition[]> {
  const rows = await db.macro.findMany({
    where: { scope: scope.kind, scopeUid: scope.uid },
    select: { name: true, value: true },
    orderBy: { name: 'asc' },
  })
  return rows.map(({ name, value }) => ({ name, value: cipher.decrypt(value) }))
}

export interface MacroContext {
  cipher: Cipher
  caller: AuditEntry['caller']
  scope: MacroScope
}

const namesOf = ({ create = [], update = [], remove = [] }: MacroChanges) => ({
  created: create.map((macro) => macro.name),
  updated: update.map((macro) => macro.name),
  removed: remove,
})

interface EncryptedMacro {
  name: string
  value: Uint8Array<ArrayBuffer>
}

const encrypted = (cipher: Cipher, macros: readonly MacroDefinition[]): EncryptedMacro[] =>
  macros.map(({ name, value }) => ({ name, value: new Uint8Array(cipher.encrypt(value)) }))

/** One writer a scope at a time: the rules hold for the scope's macros together. */
async function lockScope(db: TenantClient, scope: MacroScope) {
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
  WHERE tenant_uid = ${db.$tenantUid} AND (scope_uid = ${scopeUid} OR scope IN ('tenant', 'system'))`

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
