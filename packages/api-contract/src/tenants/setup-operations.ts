import type { Operations } from '../operation/operation.ts'
import { setupRequestSchema, setupResponseSchema, setupStateSchema } from './setup.ts'

const shared = { path: '/v1/console/setup', tag: 'console' } as const

/** The first tenant of an installation. */
export const setupOperations = {
  get: {
    ...shared,
    method: 'GET',
    summary: 'Whether this installation waits for its first tenant',
    access: 'public',
    success: { 200: setupStateSchema },
  },
  /** Refusal: `SetupCodeWrong`, `TenantExists`, `InvalidRequest` (details say which field), `TooManyRequests`. */
  setUp: {
    ...shared,
    method: 'POST',
    summary: 'Make a tenant with its first administrator, by the setup code of the installation',
    access: 'public-own-site',
    body: setupRequestSchema,
    success: { 201: setupResponseSchema },
  },
} as const satisfies Operations
