import { recordAudit } from '../../platform/audit/audit-log.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { recordEffect } from '../../platform/idempotency/idempotency-claim.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { mayShowEverywhere } from './secret-rule-policy.ts'
import { countRules, findRule, insertRule, removeRule } from './secret-rule-repository.ts'

/** All rules are read with every profile. */
const MOST_RULES = 1_000

interface Rule {
  packName: string
  path: string
  verdict: 'always' | 'never'
}

/** Adds a rule and its audit event, both or neither. @throws AppError Forbidden, SecretRuleExists, SecretRuleLimit */
export async function addRule({ db, caller }: UseCase, rule: Rule) {
  const { packName, path, verdict } = rule
  if (verdict !== 'always' && !mayShowEverywhere(caller)) throw new AppError('Forbidden')
  return db.$transaction(async (tx) => {
    if ((await countRules(tx)) >= MOST_RULES) throw new AppError('SecretRuleLimit', { params: { limit: MOST_RULES } })
    const uid = await insertRule(tx, rule, caller.email)
    if (uid === undefined) throw new AppError('SecretRuleExists')
    const resource = resourceOf({ uid, packName })
    return { uid, auditUid: await recordEffect(tx, { caller, action: 'create', resource, details: { path, verdict } }) }
  })
}

/**
 * @throws AppError ResourceNotFound, Forbidden
 * @returns the uid of the audit event
 */
export async function deleteRule({ db, caller }: UseCase, uid: string): Promise<string> {
  return db.$transaction(async (tx) => {
    const rule = await findRule(tx, uid)
    if (!rule) throw new AppError('ResourceNotFound')
    if (rule.verdict !== 'never' && !mayShowEverywhere(caller)) throw new AppError('Forbidden')
    await removeRule(tx, uid)
    const { path, verdict } = rule
    return recordAudit(tx, { caller, action: 'delete', resource: resourceOf(rule), details: { path, verdict } })
  })
}

const resourceOf = ({ uid, packName }: { uid: string; packName: string }) => ({
  kind: 'secretrule',
  uid,
  name: packName,
})
