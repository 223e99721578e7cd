import {
  type EmptyValue,
  isBlocking,
  planImport,
  type ImportPlan,
  type PackCandidate,
  type PlanInput,
  type PlannedLayer,
  type ProblemCode,
  type ProfileDocument,
} from '@waybill/profile-format'
import { inspectLayers, type LayerInspections } from '../inspect/inspect-layers.ts'
import { createTextMemory } from './text-memory.ts'

/** A plan without what the thread's caller already has (the document's layers) or does not need (details of packs). */
export interface SentPlan extends Omit<ImportPlan, 'document' | 'layers'> {
  document: Omit<ProfileDocument, 'packs' | 'variables'>
  layers: readonly Omit<PlannedLayer, 'candidates' | 'alternatives'>[]
}

/** What imports, creations, changes and clones write. */
export interface PlannedProfile {
  plan: SentPlan
  /** One per layer; empty if the plan is refused. */
  inspected: readonly LayerInspections[]
  emptyValues: readonly EmptyValue[]
}

const memory = createTextMemory()

/** The domain's plan, using what this thread remembers of texts. */
export const planRemembering = (input: PlanInput): ImportPlan => planImport({ ...input, memory })

export const isRefused = ({ problems }: Pick<ImportPlan, 'problems'>): boolean => problems.some(isBlocking)

/** The plan, with problems of these codes as warnings. */
export const tolerating = (plan: ImportPlan, tolerated: readonly ProblemCode[]): ImportPlan => ({
  ...plan,
  problems: plan.problems.map((problem) =>
    tolerated.includes(problem.code) ? { ...problem, severity: 'warning' } : problem,
  ),
})

export const inspectPlanned = ({ layers }: ImportPlan): Promise<LayerInspections[]> =>
  inspectLayers(
    layers.map(({ values, manifests, chosen }) => ({
      values,
      manifests,
      schema: chosen?.schema ?? '',
      defaults: chosen?.defaults ?? '',
    })),
  )

export function sentPlan({ document, layers, ...plan }: ImportPlan): SentPlan {
  const { packs: _packs, variables: _variables, ...head } = document
  return { ...plan, document: head, layers: layers.map(sentLayer) }
}

const withoutSchema = (candidate: PackCandidate): PackCandidate => ({
  ...candidate,
  schema: '',
  defaults: '',
  constraints: '',
})

const sentLayer = ({ candidates: _candidates, alternatives: _alternatives, ...layer }: PlannedLayer) => ({
  ...layer,
  chosen: layer.chosen && withoutSchema(layer.chosen),
})
