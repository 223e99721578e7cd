import type { Operations } from '../../operation/operation.ts'
import { noContent } from '../../operation/success.ts'
import { profileParams } from '../profile-params.ts'
import { emptyValuesInputSchema, emptyValuesSchema } from './empty-values.ts'

const shared = { path: '/v1/clusterprofiles/{uid}/emptyValues', tag: 'console', params: profileParams } as const

/** Values that an import left empty. */
export const emptyValueOperations = {
  list: {
    ...shared,
    method: 'GET',
    summary: 'Values of a profile that an import left empty and nobody has filled since',
    description:
      'Those of the draft, or of the published version if there is no draft. A place that was removed, or whose value was rewritten, is no longer listed. The ETag is that of the profile.',
    access: { permission: 'clusterProfile.get' },
    success: { 200: emptyValuesSchema },
  },
  /**
   * Refusals: `ProfileChanged` if the profile has changed since the state in `If-Match`, `ResourceNotFound` if a value
   * is no longer empty.
   */
  fill: {
    ...shared,
    method: 'PUT',
    summary: 'Fills values that are still empty, all or none; every other byte of the texts stays',
    description:
      'A change of the profile like `PUT /v1/clusterprofiles/{uid}`, and held to the same rules; it takes If-Match, too. A place that is not empty any more is refused with ResourceNotFound.',
    access: { permission: 'clusterProfile.update' },
    isDocument: true,
    body: emptyValuesInputSchema,
    success: noContent,
  },
} as const satisfies Operations
