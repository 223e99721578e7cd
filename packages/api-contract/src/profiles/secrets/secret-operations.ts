import type { Operations } from '../../operation/operation.ts'
import { profileParams } from '../profile-params.ts'
import { revealedSchema, revealSchema } from './secret-reveal.ts'

/** The values behind masks. */
export const secretOperations = {
  /** Refusal: `Forbidden`, `ResourceNotFound` if there is no mask at the place, `TooManyRequests`. */
  reveal: {
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/secrets/reveal',
    tag: 'console',
    summary: 'The value behind one mask, for callers who may change the profile; an audit event names place and person',
    access: { permission: 'clusterProfile.update' },
    params: profileParams,
    body: revealSchema,
    success: { 200: revealedSchema },
  },
} as const satisfies Operations
