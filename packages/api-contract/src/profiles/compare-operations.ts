import type { Operations } from '../operation/operation.ts'
import {
  compareFileQuerySchema,
  compareQuerySchema,
  comparisonSchema,
  takenOverSchema,
  takeOverSchema,
} from './profile-compare.ts'
import { profileParams } from './profile-params.ts'
import { fileUpload } from './transfer/transfer-operations.ts'

/** Comparisons of profiles. */
export const compareOperations = {
  /** Refusals: `ResourceNotFound`, `ExportUnmaskable`. */
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
  file: {
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/compare/file',
    tag: 'console',
    summary: 'What differs between a profile and a file, which is not kept',
    access: { permission: 'clusterProfile.get' },
    params: profileParams,
    query: compareFileQuerySchema,
    upload: fileUpload,
    success: { 200: comparisonSchema },
  },
  /**
   * Refusals: `ProfileChanged` if the profile has changed since the state in `If-Match`, `Forbidden` if the caller sees
   * masks in it, `ProfileImmutable`.
   */
  takeOver: {
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/compare/take-over',
    tag: 'console',
    summary:
      'Puts a layer or variable of another profile into the draft, secrets included; If-Match refuses a changed one',
    description:
      'With `undo` of the answer it is taken back: ProfileChanged where the profile was changed since. A draft that was made by it goes again; what it marked as secret stays marked.',
    access: { permission: 'clusterProfile.update' },
    isDocument: true,
    params: profileParams,
    body: takeOverSchema,
    success: { 200: takenOverSchema },
  },
} as const satisfies Operations
