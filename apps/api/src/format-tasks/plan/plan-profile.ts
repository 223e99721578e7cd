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

/** A plan on its way out of a thread: without the layers of the document, which the caller has, and what nobody there reads of packs. */
export interface SentPlan extends Omit<ImportPlan, 'document' | 'layers'> {
  document: Omit<ProfileDocument, 'packs' | 'variables'>
  layers: readonly Omit<PlannedLayer, 'candidates' | 'alternatives'>[]
}

/** What is written of a profile, by imports, creations, changes and clones alike. */
export interface PlannedProfile {
  plan: SentPlan
  /** One a layer; empty when the plan is refused. */
  inspected: readonly LayerInspections[]
  emptyValues: readonly EmptyValue[]
}

const memory = createTextMemory()

/** The plan of the domain, by what this thread knows of the texts already. */
export const planRemembering = (input: PlanInput): ImportPlan => planImport({ ...input, memory })

export const isRefused = ({ problems }: Pick<ImportPlan, 'problems'>): boolean => problems.some(isBlocking)

/** The plan with problems of these codes as warnings. */
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
