import type { Operations } from '../../operation/operation.ts'
import { noContent } from '../../operation/success.ts'
import { uidParams } from '../../shapes/uid.ts'
import { profileParams } from '../profile-params.ts'
import {
  secretMarksInputSchema,
  secretMarksSchema,
  secretRuleAddedSchema,
  secretRuleInputSchema,
  secretRulesSchema,
} from './secret-decisions.ts'

const marks = { path: '/v1/clusterprofiles/{uid}/secrets/marks', tag: 'console', params: profileParams } as const
/** Rules apply to all profiles of a tenant, like its settings. */
const rules = { path: '/v1/console/secretrules', tag: 'console', scope: 'tenant' } as const

/** People's decisions about places in profiles: secret, or no secret. */
export const secretDecisionOperations = {
  listMarks: {
    ...marks,
    method: 'GET',
    summary: 'What was said of places of the profile',
    access: { permission: 'clusterProfile.get' },
    success: { 200: secretMarksSchema },
  },
  /** Refusals: `SecretPlaceUnknown`, `SecretPlaceFixed`. */
  putMarks: {
    ...marks,
    method: 'PUT',
    summary: 'Marks places of the profile as secret or as no secret, for all its versions',
    access: { permission: 'clusterProfile.update' },
    body: secretMarksInputSchema,
    success: noContent,
  },
  listRules: {
    ...rules,
    method: 'GET',
    summary: 'Rules of the tenant for places in the values of packs',
    access: 'signed-in',
    success: { 200: secretRulesSchema },
  },
  /** Refusal: `SecretRuleExists`. */
  addRule: {
    ...rules,
    method: 'POST',
    summary:
      'Always masks a place in the values of a pack, or never, for which it takes clusterProfile.update in the tenant too',
    access: { permission: 'tenant.update' },
    body: secretRuleInputSchema,
    success: { 201: secretRuleAddedSchema },
  },
  deleteRule: {
    ...rules,
    path: '/v1/console/secretrules/{uid}',
    params: uidParams,
    method: 'DELETE',
    summary: 'Takes a rule back; one that always masks, with clusterProfile.update in the tenant too',
    access: { permission: 'tenant.update' },
    success: noContent,
  },
} as const satisfies Operations
