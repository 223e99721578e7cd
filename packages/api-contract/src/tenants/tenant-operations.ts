import type { Operations } from '../operation/operation.ts'
import { noContent } from '../operation/success.ts'
import { tenantInputSchema, tenantSchema } from './tenant.ts'

const shared = { path: '/v1/console/tenant', tag: 'console', scope: 'tenant' } as const

/** The settings of a tenant. */
export const tenantOperations = {
  get: {
    ...shared,
    method: 'GET',
    summary: "Settings of the caller's tenant",
    access: 'signed-in',
    success: { 200: tenantSchema },
  },
  /** Refusal: `TenantExists`, `Forbidden`. */
  replace: {
    ...shared,
    method: 'PUT',
    summary: "Replaces the settings of the caller's tenant",
    access: { permission: 'tenant.update' },
    body: tenantInputSchema,
    success: noContent,
  },
} as const satisfies Operations
