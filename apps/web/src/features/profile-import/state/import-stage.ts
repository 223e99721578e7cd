import type { ApiError } from '@waybill/api-client'
import type { ImportDecisionsBody, ImportPlanBody, ProblemBody } from '@waybill/api-contract'
import type { DocumentFormat, ProfileDocument } from '@waybill/profile-format'
import type { ImportStep } from '../../../shared/navigation/paths.ts'

/** The uploaded or pasted source, before anything is known about it. */
export interface ImportSource {
  fileName: string
  isPasted: boolean
  /** Whether it was dropped together with other files, which were ignored. */
  isOneOfSeveral: boolean
  /** The size of the upload in bytes. */
  bytes: number
  /** The text shown in the editor. */
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
  /** Incremented with every new file, so that the editor remounts then, and not during typing. */
  fileNumber: number
}

/** The decisions, and the server's plan for them. */
export interface Review {
  decisions: ImportDecisionsBody
  /** Incremented with every change of text or decisions; a plan answers one revision. */
  revision: number
  plan: { revision: number; body: ImportPlanBody } | null
  failure: { revision: number; error: ApiError } | null
}

/** Why an import was refused, and the plan before it, to show what has changed since. */
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

/** The plan for the current revision; null while the server is being asked, or after a failure. */
export function currentPlan(review: Review): ImportPlanBody | null {
  return review.plan?.revision === review.revision ? review.plan.body : null
}

export function currentFailure(review: Review): ApiError | null {
  return review.failure?.revision === review.revision ? review.failure.error : null
}

/** The latest plan, shown while a newer one is loading. */
export function latestPlan(review: Review): ImportPlanBody | null {
  return review.plan?.body ?? null
}
