import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { findMissing, listRules } from './secret-rule-repository.ts'
import { addRule, deleteRule } from './secret-rule-service.ts'

const { secretDecisions } = operations

export const secretRuleRoutes: FastifyPluginAsync = async (app) => {
  route(app, secretDecisions.listRules, async ({ tenantDb }) => {
    const rules = await listRules(tenantDb)
    const missing = await findMissing(tenantDb, rules)
    return {
      rules: rules.map(({ uid, packName, path, verdict, createdBy, createdAt }) => ({
        uid,
        packName,
        path,
        verdict: verdict === 'always' ? ('always' as const) : ('never' as const),
        by: createdBy,
        at: createdAt.toISOString(),
        missing: missing.get(uid),
      })),
    }
  })

  route(app, secretDecisions.addRule, async ({ tenantDb, caller, body }, reply) => {
    const { uid, auditUid } = await addRule({ db: tenantDb, caller }, body)
    sendAuditUid(reply, auditUid)
    return { uid, missing: (await findMissing(tenantDb, [{ uid, ...body }])).get(uid) }
  })

  route(app, secretDecisions.deleteRule, async ({ tenantDb, caller, params }, reply) => {
    sendAuditUid(reply, await deleteRule({ db: tenantDb, caller }, params.uid))
  })
}
