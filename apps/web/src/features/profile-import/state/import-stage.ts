import type { ApiError } from '@waybill/api-client'
import type { ImportDecisionsBody, ImportPlanBody, ProblemBody } from '@waybill/api-contract'
import type { DocumentFormat, ProfileDocument } from '@waybill/profile-format'
import type { ImportStep } from '../../../shared/navigation/paths.ts'

/** What the user brought, before anything is known about it. */
export interface ImportSource {
  fileName: string
  isPasted: boolean
  /** Whether other files came with it, which were not taken. */
  isOneOfSeveral: boolean
  /** Size of what will be sent, in bytes. */
  bytes: number
  /** What the editor shows. */
  text: string
  /** The file's own bytes; null once the text was edited or pasted. */
  original: Blob | null
}

/** What the browser found out about the source, before any request. */
export type Reading =
  | { state: 'reading' }
  | { state: 'refused'; problems: readonly ProblemBody[]; format: DocumentFormat }
  | { state: 'read'; problems: readonly ProblemBody[]; document: ProfileDocument; format: DocumentFormat }

export interface Upload {
  source: ImportSource
  reading: Reading
  /** Grows with every other file, so that the editor starts anew with it, and not while typing. */
  fileNumber: number
}

/** What was decided, and the server's plan for it. */
export interface Review {
  decisions: ImportDecisionsBody
  /** Grows with every change of text or decision; a plan answers one revision. */
  revision: number
  plan: { revision: number; body: ImportPlanBody } | null
  failure: { revision: number; error: ApiError } | null
}

/** Why an import was refused, and the plan that stood before it, to tell what changed since. */
export interface Refusal {
  error: ApiError
  confirmed: ImportPlanBody
}

export type ReviewStep = Exclude<ImportStep, 'upload-file'>

export type ImportStage =
  | { step: 'upload-file'; upload: Upload | null; review: Review }
  | { step: ReviewStep; upload: Upload; review: Review }
  | { step: 'importing'; upload: Upload; review: Review; plan: ImportPlanBody }
  | { step: 'refused'; upload: Upload; review: Review; refusal: Refusal }
  | { step: 'imported'; uid: string; plan: ImportPlanBody; review: Review }

export const EMPTY_REVIEW: Review = { decisions: {}, revision: 0, plan: null, failure: null }

/** The plan that answers the current revision; null while the server is asked or after it failed. */
export function currentPlan(review: Review): ImportPlanBody | null {
  return review.plan?.revision === review.revision ? review.plan.body : null
}

export function currentFailure(review: Review): ApiError | null {
  return review.failure?.revision === review.revision ? review.failure.error : null
}

/** The newest plan there is, to show while a newer one is being made. */
export function latestPlan(review: Review): ImportPlanBody | null {
  return review.plan?.body ?? null
}
