import {
  planImport,
  type ImportPlan,
  type PackCandidate,
  type PlanInput,
  type PlannedLayer,
  type ProblemCode,
} from '@waybill/profile-format'
import { inspectLayers, type LayerInspections } from './inspect-layers.ts'

/** A plan on its way out of a thread: without the document, which the caller has, and texts that nobody there reads. */
export type SentPlan = Omit<ImportPlan, 'document'>

export interface WritablePlan {
  plan: SentPlan
  /** One a layer; empty when the plan is refused. */
  inspected: LayerInspections[]
}

/** The plan as it is shown: no text of a layer. */
export function planToShow(input: PlanInput): SentPlan {
  const { document: _document, layers, ...plan } = planImport(input)
  return { ...plan, layers: layers.map((layer) => ({ ...withoutSchemas(layer), values: undefined, manifests: [] })) }
}

export interface PlanToWrite extends PlanInput {
  /** Problems that do not refuse what is written. */
  tolerated?: readonly ProblemCode[]
}

/** The plan as it is written: with the texts, masks filled, and what an export will look for in them. */
export async function planToWrite({ tolerated = [], ...input }: PlanToWrite): Promise<WritablePlan> {
  const { document: _document, layers, ...planned } = planImport(input)
  const problems = planned.problems.map((problem) =>
    tolerated.includes(problem.code) ? { ...problem, severity: 'warning' as const } : problem,
  )
  const plan = { ...planned, problems }
  const isRefused = problems.some((problem) => problem.severity === 'error')
  const texts = layers.map(({ values, manifests, chosen }) => ({ values, manifests, schema: chosen?.schema ?? '' }))
  return {
    plan: { ...plan, layers: layers.map(withoutSchemas) },
    inspected: isRefused ? [] : await inspectLayers(texts),
  }
}

const withoutSchema = (candidate: PackCandidate): PackCandidate => ({
  ...candidate,
  schema: '',
  defaults: '',
  constraints: '',
})

const withoutSchemas = (layer: PlannedLayer): PlannedLayer => ({
  ...layer,
  chosen: layer.chosen && withoutSchema(layer.chosen),
  candidates: layer.candidates.map(withoutSchema),
})
