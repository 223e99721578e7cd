import type { Operations } from '../operation/operation.ts'
import { homeSchema } from './home.ts'

/** What is looked at before anything in particular. */
export const overviewOperations = {
  home: {
    method: 'GET',
    path: '/v1/console/home',
    tag: 'console',
    summary: 'What needs attention, what can be updated, what changed last, and what profiles there are',
    access: { permission: 'clusterProfile.list' },
    success: { 200: homeSchema },
  },
} as const satisfies Operations
