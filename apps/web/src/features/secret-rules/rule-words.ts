import type { SecretRulesBody } from '@waybill/api-contract'

export type SecretRule = SecretRulesBody['rules'][number]
export type RuleVerdict = SecretRule['verdict']

export const verdictNames: Readonly<Record<RuleVerdict, string>> = { always: 'Always mask', never: 'Never mask' }
