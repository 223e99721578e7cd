import {
  isBlocking,
  readDocument,
  serializeDocument,
  stillEmptyValues,
  type EmptyValue,
  type ImportFacts,
  type ImportPlan,
  type Problem,
  type ProblemCode,
  type ProfileDocument,
} from '@waybill/profile-format'
import { plannedTexts, toleratingEmpty } from './empty-texts.ts'
import { toleratingUntouched, withoutEchoes } from './untouched-layers.ts'
import {
  inspectPlanned,
  isRefused,
  planRemembering,
  sentPlan,
  tolerating,
  type PlannedProfile,
} from './plan-profile.ts'

export interface EditToPlan {
  /** What the change starts from; undefined where a profile is created. */
  before: ProfileDocument | undefined
  document: ProfileDocument
  /** Whether a mask keeps what stood at its path before; false where that was done already, and a mask is one too many. */
  keepsMasked?: boolean
  /** Of the requests that the layers come from. */
  said: readonly Problem[]
  facts: ImportFacts
  publish: boolean
  /** Problems that do not refuse this change. */
  tolerated: readonly ProblemCode[]
  /** What the profile lacked before, under the names that its layers and manifests have now. */
  emptyValues: readonly EmptyValue[]
  /** False where the layers stay as they were written, with their inspections. */
  writesLayers: boolean
}

export interface EditPlan {
  /** Whether it differs from what stood before in labels and description at most. */
  hasSameContent: boolean
  problems: readonly Problem[]
  /** Null when the change is refused for its problems. */
  planned: PlannedProfile | null
}

/** Holds a changed profile to every rule that an imported file is held to: it is written, read back and planned, all in one go. */
export async function planEdit(edit: EditToPlan): Promise<EditPlan> {
  const text = serialize(edit.document)
  const hasSameContent = edit.before !== undefined && text === serialize(asDescribed(edit.before, edit.document))
  const { document, problems } = readDocument(new TextEncoder().encode(text), { format: 'json' })
  const { before, said, facts, publish, tolerated, writesLayers, keepsMasked = true } = edit
  const isAskedWrong = said.some(isBlocking)
  if (document === null) return { hasSameContent, problems: isAskedWrong ? said : problems, planned: null }
  const decisions = { publish, ...(keepsMasked && { remainingMasks: 'keep' as const }) }
  const planned = withoutMasksThatStay(
    planRemembering({ document, problems: [...problems, ...said], decisions, facts }),
  )
  const checked = withoutEchoes(before ? toleratingUntouched(planned, before) : planned, said)
  const emptyValues = stillEmptyValues(plannedTexts(planned), edit.emptyValues)
  const plan = toleratingEmpty(tolerating(checked, tolerated), emptyValues)
  if (isRefused(plan)) return { hasSameContent, problems: plan.problems, planned: null }
  const inspected = writesLayers ? await inspectPlanned(plan) : []
  return { hasSameContent, problems: plan.problems, planned: { plan: sentPlan(plan), inspected, emptyValues } }
}

/** What an import left in comments and prose was said then. */
const withoutMasksThatStay = (plan: ImportPlan): ImportPlan => ({
  ...plan,
  problems: plan.problems.filter(({ code }) => code !== 'MaskInComment' && code !== 'MaskInProse'),
})

const serialize = (document: ProfileDocument) => serializeDocument(document, { format: 'json', pretty: false })

const asDescribed = (before: ProfileDocument, { description, labels }: ProfileDocument): ProfileDocument => ({
  ...before,
  description,
  labels,
})
