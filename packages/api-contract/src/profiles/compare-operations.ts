import type { Operations } from '../operation/operation.ts'
import { noContent } from '../operation/success.ts'
import { compareFileQuerySchema, compareQuerySchema, comparisonSchema, takeOverSchema } from './profile-compare.ts'
import { profileParams } from './profile-params.ts'
import { fileUpload } from './transfer/transfer-operations.ts'

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
  takeOver: {
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/compare/take-over',
    tag: 'console',
    summary:
      'Puts a layer or variable of another profile into the draft, secrets included; If-Match refuses a changed one',
    access: { permission: 'clusterProfile.update' },
    params: profileParams,
    body: takeOverSchema,
    success: noContent,
  },
} as const satisfies Operations
