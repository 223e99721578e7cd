import type { Result } from '@waybill/api-client'
import type { ImportDecisionsBody, ImportPlanBody } from '@waybill/api-contract'
import type { ImportStep } from '../../../shared/navigation/paths.ts'
import { type DecisionChange, pruneDecisions } from './import-decisions.ts'
import {
  EMPTY_REVIEW,
  type ImportSource,
  type ImportStage,
  type Reading,
  type Review,
  currentPlan,
} from './import-stage.ts'
import { canReach, stepsOf } from './import-steps.ts'

export const FIRST_STAGE: ImportStage = { step: 'upload-file', upload: null, review: EMPTY_REVIEW }

/** Takes a new source and drops the decisions about the previous one. */
export function takeSource(stage: ImportStage, source: ImportSource): ImportStage {
  const fileNumber = stage.step === 'upload-file' ? (stage.upload?.fileNumber ?? 0) + 1 : 1
  return { step: 'upload-file', upload: { source, reading: { state: 'reading' }, fileNumber }, review: EMPTY_REVIEW }
}

/** Takes an edited text, keeps the decisions and requests a new plan. */
export function editText(stage: ImportStage, text: string): ImportStage {
  if (stage.step !== 'upload-file' || !stage.upload) return stage
  const { source, fileNumber } = stage.upload
  return {
    ...stage,
    upload: {
      source: { ...source, text, original: null, bytes: new TextEncoder().encode(text).length },
      reading: { state: 'reading' },
      fileNumber,
    },
    review: nextRevision(stage.review, stage.review.decisions),
  }
}

/** Takes the browser's reading of `source`; dropped if the text has been edited meanwhile. */
export function finishReading(
  stage: ImportStage,
  source: ImportSource,
  outcome: Reading & { text?: string },
): ImportStage {
  if (stage.step !== 'upload-file' || stage.upload?.source !== source) return stage
  const { text = source.text, ...reading } = outcome
  return { ...stage, upload: { ...stage.upload, source: { ...source, text }, reading } }
}

export function dropSource(stage: ImportStage): ImportStage {
  return stage.step === 'upload-file' ? FIRST_STAGE : stage
}

function nextRevision(review: Review, decisions: ImportDecisionsBody): Review {
  return { ...review, decisions, revision: review.revision + 1 }
}

export function decide(stage: ImportStage, change: DecisionChange): ImportStage {
  if (stage.step === 'importing' || stage.step === 'imported') return stage
  const decisions = change(stage.review.decisions)
  return decisions === stage.review.decisions ? stage : { ...stage, review: nextRevision(stage.review, decisions) }
}

/** Asks the server again, although nothing has changed here. */
export function checkAgain(stage: ImportStage): ImportStage {
  return { ...stage, review: nextRevision(stage.review, stage.review.decisions) }
}

/** Takes the server's answer to one revision; dropped if it is outdated. */
export function finishCheck(stage: ImportStage, revision: number, result: Result<ImportPlanBody>): ImportStage {
  if (stage.review.revision !== revision) return stage
  if (!result.ok) return { ...stage, review: { ...stage.review, failure: { revision, error: result.error } } }
  const review = { ...stage.review, plan: { revision, body: result.value }, failure: null }
  const decisions = pruneDecisions(review.decisions, result.value)
  return { ...stage, review: decisions === review.decisions ? review : nextRevision(review, decisions) }
}

export function goTo(stage: ImportStage, target: ImportStep): ImportStage {
  if (!canReach(stage, target)) return stage
  if (stage.step === 'importing' || stage.step === 'imported' || stage.step === 'refused') return stage
  if (target === 'upload-file') return { step: target, upload: stage.upload, review: stage.review }
  return stage.upload ? { step: target, upload: stage.upload, review: stage.review } : stage
}

export function goNext(stage: ImportStage): ImportStage {
  const target = stepAfter(stage.review, stage.step)
  return target ? goTo(stage, target) : stage
}

function stepAfter(review: Review, step: ImportStage['step']): ImportStep | undefined {
  const steps = stepsOf(review)
  const at = steps.findIndex((candidate) => candidate === step)
  return at === -1 ? undefined : steps[at + 1]
}

/** Imports only a plan that is current and free of problems. */
export function startImport(stage: ImportStage): ImportStage {
  if (stage.step !== 'confirm') return stage
  const plan = currentPlan(stage.review)
  return plan?.canImport === true ? { step: 'importing', upload: stage.upload, review: stage.review, plan } : stage
}

export function finishImport(stage: ImportStage, result: Result<{ uid: string }>): ImportStage {
  if (stage.step !== 'importing') return stage
  return result.ok
    ? { step: 'imported', uid: result.value.uid, plan: stage.plan, review: stage.review }
    : {
        step: 'refused',
        upload: stage.upload,
        // Checked again at once, so that the page can say what has changed.
        review: nextRevision(stage.review, stage.review.decisions),
        refusal: { error: result.error, confirmed: stage.plan },
      }
}

/** Returns from a refusal to a step, with everything kept. */
export function returnFromRefusal(stage: ImportStage, target: 'validate' | 'confirm'): ImportStage {
  return stage.step === 'refused' ? { step: target, upload: stage.upload, review: stage.review } : stage
}

/** Whether leaving now would lose anything. */
export function isStarted(stage: ImportStage): boolean {
  return stage.step !== 'imported' && !(stage.step === 'upload-file' && stage.upload === null)
}
