import {
  planImport,
  readDocument,
  serializeDocument,
  type ImportFacts,
  type Problem,
  type ProblemCode,
  type ProfileDocument,
} from '@waybill/profile-format'
import { inspectPlanned, isRefused, sentPlan, tolerating, type PlannedProfile } from './plan-profile.ts'

export interface EditToPlan {
  /** What the change starts from; undefined where a profile is created. */
  before: ProfileDocument | undefined
  document: ProfileDocument
  facts: ImportFacts
  publish: boolean
  /** Problems that do not refuse this change. */
  tolerated: readonly ProblemCode[]
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
  if (document === null) return { hasSameContent, problems, planned: null }
  const { facts, publish, tolerated, writesLayers } = edit
  const decisions = { publish, remainingMasks: 'keep' as const }
  const plan = tolerating(planImport({ document, problems, decisions, facts }), tolerated)
  if (isRefused(plan)) return { hasSameContent, problems: plan.problems, planned: null }
  const inspected = writesLayers ? await inspectPlanned(plan) : []
  return { hasSameContent, problems: plan.problems, planned: { plan: sentPlan(plan), inspected } }
}

const serialize = (document: ProfileDocument) => serializeDocument(document, { format: 'json', pretty: false })

const asDescribed = (before: ProfileDocument, { description, labels }: ProfileDocument): ProfileDocument => ({
  ...before,
  description,
  labels,
})
