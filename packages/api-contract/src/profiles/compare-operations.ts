import type { Operations } from '../operation/operation.ts'
import { compareQuerySchema, comparisonSchema } from './profile-compare.ts'
import { profileParams } from './profile-params.ts'

/** Comparisons of profiles. */
export const compareOperations = {
  profiles: {
    method: 'GET',
    path: '/v1/clusterprofiles/{uid}/compare',
    tag: 'console',
    summary: 'What differs between two profiles, secrets masked',
    access: { permission: 'clusterProfile.get' },
    params: profileParams,
    query: compareQuerySchema,
    success: { 200: comparisonSchema },
  },
} as const satisfies Operations
