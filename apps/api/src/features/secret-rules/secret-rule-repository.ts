import { createHash } from 'node:crypto'
import type { SecretRuleInput } from '@waybill/api-contract'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { Caller } from '../../platform/access/caller.ts'
import type { TenantDb } from '../../platform/database/tenant-db.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import { newUid } from '../../platform/database/uid.ts'
import { AppError } from '../../platform/http/errors/app-error.ts'

export const listRules = (db: TenantDb) => db.secretRule.findMany({ orderBy: [{ packName: 'asc' }, { path: 'asc' }] })

const resourceOf = ({ uid, packName }: { uid: string; packName: string }) => ({
  kind: 'secretrule',
  uid,
  name: packName,
})

/** All of them are read with every profile. */
const MOST_RULES = 1_000

/** Adds a rule and says so in the audit, both or neither. @throws AppError SecretRuleExists, SecretRuleLimit */
export async function addRule(db: TenantDb, caller: Caller, { packName, path, verdict }: SecretRuleInput) {
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

/** @throws AppError ResourceNotFound. @returns the uid of the audit event. */
export async function deleteRule(db: TenantDb, caller: Caller, uid: string): Promise<string> {
  return db.$transaction(async (tx) => {
    const rule = await tx.secretRule.findFirst({ where: { uid } })
    if (!rule) throw new AppError('ResourceNotFound')
    await tx.secretRule.deleteMany({ where: { uid } })
    const { path, verdict } = rule
    return recordAudit(tx, { caller, action: 'delete', resource: resourceOf(rule), details: { path, verdict } })
  })
}
