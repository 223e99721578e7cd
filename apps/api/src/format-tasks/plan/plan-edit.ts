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
  /** What the change starts from; undefined if a profile is created. */
  before: ProfileDocument | undefined
  document: ProfileDocument
  /**
   * Whether a mask stands for the previous value at its path; false if masks were already replaced, so any mask left is
   * an error.
   */
  keepsMasked: boolean
  /** Problems of the requests that the layers come from. */
  said: readonly Problem[]
  facts: ImportFacts
  publish: boolean
  /** Problems that do not refuse this change. */
  tolerated: readonly ProblemCode[]
  /** The profile's empty values before the change, under the new names of layers and manifests. */
  emptyValues: readonly EmptyValue[]
  /** False if the layers are left as stored, with their inspections. */
  writesLayers: boolean
}

export interface EditPlan {
  /** Whether nothing but labels and description changes. */
  hasSameContent: boolean
  problems: readonly Problem[]
  /** Null if the change is refused for its problems. */
  planned: PlannedProfile | null
}

/** Checks a changed profile by every rule for imported files: serialises, reads back and plans it in one task. */
export async function planEdit(edit: EditToPlan): Promise<EditPlan> {
  const text = serialize(edit.document)
  const hasSameContent = edit.before !== undefined && text === serialize(asDescribed(edit.before, edit.document))
  const { document, problems } = readDocument(new TextEncoder().encode(text), { format: 'json' })
  const { before, said, facts, publish, tolerated, writesLayers, keepsMasked } = edit
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

/** Masks that an import left in comments and prose were reported by the import. */
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
