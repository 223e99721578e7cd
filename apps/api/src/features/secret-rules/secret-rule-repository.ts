import { hash } from 'node:crypto'
import type { SecretRuleInput } from '@waybill/api-contract'
import { parsePath } from '@waybill/layer-text'
import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'

export const listRules = (db: TenantDb) => db.secretRule.findMany({ orderBy: [{ packName: 'asc' }, { path: 'asc' }] })

interface RulePlace {
  uid: string
  packName: string
  path: string
}

/**
 * For rules about something that does not exist here, what is missing, by uid: a pack of that name, in a registry or as
 * a layer, or a key of the path in the values and schema of its newest version. Keys that people added in layers are
 * not known, since texts of layers are not read.
 */
export async function findMissing(db: TenantDb, rules: readonly RulePlace[]): Promise<Map<string, 'pack' | 'path'>> {
  if (rules.length === 0) return new Map()
  const wanted = rules.map(({ uid, packName, path }) => ({ uid, packName, keys: keysOf(path) }))
  const rows = await db.$queryRaw<{ uid: string; missing: 'pack' | 'path' }[]>`
    SELECT wanted.uid, CASE WHEN newest.uid IS NULL THEN 'pack' ELSE 'path' END AS missing
    FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS wanted(uid text, "packName" text, keys json)
    LEFT JOIN LATERAL (
      SELECT pack.uid, pack.values, pack.schema FROM pack_versions pack
      WHERE pack.tenant_uid = ${db.$tenantUid} AND pack.name = wanted."packName" AND pack.removed_at IS NULL
      ORDER BY pack.version_key DESC LIMIT 1
    ) newest ON true
    WHERE CASE WHEN newest.uid IS NULL
      THEN NOT EXISTS (
        SELECT FROM layers WHERE layers.tenant_uid = ${db.$tenantUid}
          AND wanted."packName" IN (layers.name, split_part(layers.name, '--', 2)))
      ELSE newest.values <> '' AND EXISTS (
        SELECT FROM json_array_elements_text(wanted.keys) AS key
        WHERE position(key IN newest.values) = 0 AND position(key IN newest.schema) = 0)
      END`
  return new Map(rows.map(({ uid, missing }) => [uid, missing]))
}

const keysOf = (path: string) => parsePath(path).flatMap((step) => (step.kind === 'key' ? [step.name] : []))

/** Takes a transaction's client, like all writes here. @returns undefined if this pack and path have a rule already */
export async function insertRule(
  tx: TenantClient,
  { packName, path, verdict }: SecretRuleInput,
  createdBy: string,
): Promise<string | undefined> {
  const uid = newUid()
  const place = hash('sha256', path, 'hex')
  const data = { uid, tenantUid: tx.$tenantUid, packName, path, place, verdict, createdBy }
  const { count } = await tx.secretRule.createMany({ data: [data], skipDuplicates: true })
  return count === 0 ? undefined : uid
}

export const countRules = (db: TenantClient): Promise<number> => db.secretRule.count()

export const findRule = (db: TenantClient, uid: string) => db.secretRule.findFirst({ where: { uid } })

export async function removeRule(tx: TenantClient, uid: string): Promise<void> {
  await tx.secretRule.deleteMany({ where: { uid } })
}
