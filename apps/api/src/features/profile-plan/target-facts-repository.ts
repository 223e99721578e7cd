import { hash } from 'node:crypto'
import type { ImportFacts } from '@waybill/profile-format'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { hasAskedRegistries } from '../chart-lookup/index.ts'
import {
  catalogueAsJson,
  readCatalogue,
  type CatalogueFacts,
  type CatalogueQuestion,
  type WrittenCatalogue,
} from '../registries/index.ts'

export interface TargetQuestion extends CatalogueQuestion {
  scopeUid: string
  name: string
  /** Whether values may be kept from the newest version of the name: its content then counts as well. */
  mayKeepValues: boolean
}

export interface TargetFacts
  extends
    Required<Pick<ImportFacts, 'registriesMustMatch' | 'macros' | 'existing' | 'isNameOfTenant'>>,
    CatalogueFacts {
  /** Whether charts are looked up in some registry when a layer names them. */
  hasAskedRegistries: boolean
}

/**
 * The target's facts as one JSON text: the round trip costs more than most of what it reads, and every write needs two.
 * A tenant whose demo is being created has no row of its own yet. Only names of macros are read: their values do not
 * matter here.
 */
const targetAsJson = (db: TenantClient, { scopeUid, name, mayKeepValues, ...catalogue }: TargetQuestion) => Prisma.sql`
  SELECT json_build_object(
    'registriesMustMatch', coalesce((SELECT registries_must_match FROM tenants WHERE uid = ${db.$tenantUid}), false),
    'hasAskedRegistries', ${hasAskedRegistries},
    'macros', (SELECT coalesce(json_agg(json_build_object('name', name, 'scope', scope) ORDER BY name, scope), '[]')
      FROM macros WHERE tenant_uid = tenant.uid AND (scope_uid = ${scopeUid} OR scope IN ('tenant', 'system'))),
    'existing', (SELECT coalesce(json_agg(json_build_object('uid', uid, 'version', version) ORDER BY version_key DESC), '[]')
      FROM profiles WHERE tenant_uid = tenant.uid AND scope_uid = ${scopeUid} AND name = ${name}),
    'newestRevision', (SELECT xmin::text
      FROM profiles WHERE ${mayKeepValues}::boolean AND tenant_uid = tenant.uid AND scope_uid = ${scopeUid} AND name = ${name}
      ORDER BY version_key DESC LIMIT 1),
    'isNameOfTenant', tenant.uid <> ${scopeUid} AND EXISTS (
      SELECT FROM profiles WHERE tenant_uid = tenant.uid AND scope_uid = tenant.uid AND name = ${name}),
    'catalogue', ${catalogueAsJson(db.$tenantUid, catalogue)}
  )::text AS written
  FROM (SELECT ${db.$tenantUid}::bpchar AS uid) tenant`

/** The facts, and a digest to check later whether they still hold. */
export async function readTarget(
  db: TenantClient,
  question: TargetQuestion,
): Promise<TargetFacts & { digest: string }> {
  const [row] = await db.$queryRaw<{ written: string }[]>(targetAsJson(db, question))
  if (!row) throw new Error('no row of facts')
  // Our own statement wrote this JSON.
  const { catalogue, newestRevision: _, ...target } = JSON.parse(row.written) as WrittenTarget
  return { ...target, ...readCatalogue(catalogue), digest: hash('sha256', row.written, 'hex') }
}

type WrittenTarget = Omit<TargetFacts, keyof CatalogueFacts> & {
  newestRevision: string | null
  catalogue: WrittenCatalogue
}

/** Whether the facts still have this digest. It is computed in the database, so they are not sent. */
export async function isTarget(db: TenantClient, question: TargetQuestion, digest: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ digest: string }[]>`
    SELECT encode(sha256(convert_to(written, 'UTF8')), 'hex') AS digest FROM (${targetAsJson(db, question)}) target`
  return rows[0]?.digest === digest
}
