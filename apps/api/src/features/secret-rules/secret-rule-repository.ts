import { createHash } from 'node:crypto'
import type { SecretRuleInput } from '@waybill/api-contract'
import { parsePath } from '@waybill/layer-text'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { Caller } from '../../platform/access/caller.ts'
import type { TenantDb } from '../../platform/database/tenant-db.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import { newUid } from '../../platform/database/uid.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { mayShowEverywhere } from './secret-rule-policy.ts'

export const listRules = (db: TenantDb) => db.secretRule.findMany({ orderBy: [{ packName: 'asc' }, { path: 'asc' }] })

interface RulePlace {
  uid: string
  packName: string
  path: string
}

/**
 * What rules speak of and what is not here, by uid: no pack of the name, in a registry or as a layer; or a key of the path, which
 * neither the values nor the schema of the newest version has. Texts of layers are not read: what people added there is not known.
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

const resourceOf = ({ uid, packName }: { uid: string; packName: string }) => ({
  kind: 'secretrule',
  uid,
  name: packName,
})

/** All of them are read with every profile. */
const MOST_RULES = 1_000

/** Adds a rule and says so in the audit, both or neither. @throws AppError Forbidden, SecretRuleExists, SecretRuleLimit */
export async function addRule(db: TenantDb, caller: Caller, { packName, path, verdict }: SecretRuleInput) {
  if (verdict !== 'always' && !mayShowEverywhere(caller)) throw new AppError('Forbidden')
  const uid = newUid()
  return db.$transaction(async (tx) => {
    if ((await tx.secretRule.count()) >= MOST_RULES)
      throw new AppError('SecretRuleLimit', { params: { limit: MOST_RULES } })
    const place = createHash('sha256').update(path).digest('hex')
    const data = { uid, tenantUid: db.$tenantUid, packName, path, place, verdict, createdBy: caller.email }
    const { count } = await tx.secretRule.createMany({ data: [data], skipDuplicates: true })
    if (count === 0) throw new AppError('SecretRuleExists')
    const details = { path, verdict }
    return { uid, auditUid: await recordEffect(tx, { caller, action: 'create', resource: resourceOf(data), details }) }
  })
}

/** @throws AppError ResourceNotFound, Forbidden. @returns the uid of the audit event. */
export async function deleteRule(db: TenantDb, caller: Caller, uid: string): Promise<string> {
  return db.$transaction(async (tx) => {
    const rule = await tx.secretRule.findFirst({ where: { uid } })
    if (!rule) throw new AppError('ResourceNotFound')
    if (rule.verdict !== 'never' && !mayShowEverywhere(caller)) throw new AppError('Forbidden')
    await tx.secretRule.deleteMany({ where: { uid } })
    const { path, verdict } = rule
    return recordAudit(tx, { caller, action: 'delete', resource: resourceOf(rule), details: { path, verdict } })
  })
}
