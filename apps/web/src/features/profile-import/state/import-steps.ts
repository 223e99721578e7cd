import type { ImportPlanBody } from '@waybill/api-contract'
import { counted } from '../../../shared/ui/words/amounts.ts'
import type { ImportStep } from '../../../shared/navigation/paths.ts'
import { currentFailure, currentPlan, type ImportStage, latestPlan, type Review } from './import-stage.ts'
import { countOpenRows, validateGroups } from '../review/validate-rows.ts'

export const STEP_TITLES: Record<ImportStep, string> = {
  'upload-file': 'Upload file',
  validate: 'Validate',
  'select-repositories': 'Select Repositories',
  confirm: 'Confirm',
}

/** The steps of this import in order: Select Repositories exists only when there is a choice. */
export function stepsOf(review: Review): readonly ImportStep[] {
  return latestPlan(review)?.needsRepositories === true
    ? ['upload-file', 'validate', 'select-repositories', 'confirm']
    : ['upload-file', 'validate', 'confirm']
}

function unchosenLayers(plan: ImportPlanBody): ImportPlanBody['layers'] {
  return plan.layers.filter((layer) => layer.candidates.length > 1 && layer.chosen === null)
}

function reviewBlocker(review: Review, ofPlan: (plan: ImportPlanBody) => string | null): string | null {
  if (currentFailure(review)) return 'The server could not check the file. Check again first.'
  const plan = currentPlan(review)
  return plan ? ofPlan(plan) : 'The server is checking the file.'
}

export function thingsToSettle(amount: number): string {
  return `${counted(amount, 'problem')} to fix`
}

function uploadBlocker(stage: Extract<ImportStage, { step: 'upload-file' }>): string | null {
  if (!stage.upload) return 'Choose a file first.'
  const { reading } = stage.upload
  if (reading.state === 'reading') return 'The file is being read.'
  return reading.state === 'refused'
    ? 'The file cannot be read. Fix the problems listed above, or choose another file.'
    : null
}

/** Why Next is not available; null if it is. */
export function nextBlocker(stage: ImportStage): string | null {
  switch (stage.step) {
    case 'upload-file':
      return uploadBlocker(stage)
    case 'validate':
      return reviewBlocker(stage.review, (plan) => {
        const open = countOpenRows(validateGroups(plan, stage.review.decisions))
        return open === 0 ? null : `${thingsToSettle(open)} first.`
      })
    case 'select-repositories':
      return reviewBlocker(stage.review, (plan) =>
        unchosenLayers(plan).length === 0 ? null : 'Choose a registry for every pack first.',
      )
    case 'confirm':
      return reviewBlocker(stage.review, (plan) =>
        plan.canImport ? null : 'Something changed. Go back to Validate to settle it.',
      )
    case 'importing':
    case 'refused':
    case 'imported':
      return null
    default:
      return stage satisfies never
  }
}

/** The step that the step list marks as current. */
export function shownStep(stage: ImportStage): ImportStep {
  switch (stage.step) {
    case 'importing':
    case 'refused':
    case 'imported':
      return 'confirm'
    default:
      return stage.step
  }
}

/** Whether everything before a step is settled, so that it can be opened. */
export function canReach(stage: ImportStage, target: ImportStep): boolean {
  if (stage.step === 'importing' || stage.step === 'imported' || stage.step === 'refused') return false
  const steps = stepsOf(stage.review)
  const from = steps.indexOf(stage.step)
  const to = steps.indexOf(target)
  return to !== -1 && to <= from + (nextBlocker(stage) === null ? 1 : 0)
}

export type StepMark = 'success' | 'info' | 'warning' | 'danger' | 'pending'

/** The state of a step in the list: done, current, unsettled, unreadable, or still to come. */
export function stepMark(stage: ImportStage, step: ImportStep): StepMark {
  if (stage.step === 'imported') return 'success'
  const steps = stepsOf(stage.review)
  const distance = steps.indexOf(step) - steps.indexOf(shownStep(stage))
  if (distance < 0) return 'success'
  if (distance > 0) return 'pending'
  if (stage.step === 'refused') return 'danger'
  if (stage.step === 'upload-file') return stage.upload?.reading.state === 'refused' ? 'danger' : 'info'
  return currentPlan(stage.review) && nextBlocker(stage) !== null ? 'warning' : 'info'
}
