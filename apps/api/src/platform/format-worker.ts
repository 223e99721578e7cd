import {
  checkPacks as check,
  readDocument as read,
  type ImportFacts,
  type PackCheck,
  type PlanInput,
  type ProfileDocument,
  type ReadOptions,
  type ReadResult,
} from '@waybill/profile-format'
import { inspectLayers as inspect, type LayerInspections, type LayerTexts } from './inspect-layers.ts'
import {
  planToShow as show,
  planToWrite as write,
  type PlanToWrite,
  type SentPlan,
  type WritablePlan,
} from './plan-tasks.ts'
import { readPackMeta as readMeta, type PackMeta, type PackTexts } from '../features/packs/content/pack-meta.ts'
import { resolveValues as resolve, type ValuesToResolve } from './resolve-values.ts'
import { renderExport as render, type ExportToRender, type RenderedExport } from './render-export.ts'

/**
 * The tasks that run off the event loop: one function per name, each taking one payload that can be cloned. Add a task by
 * exporting its function here and naming it in FormatTasks.
 */
export interface FormatTasks {
  ping: typeof ping
  readDocument: typeof readDocument
  planToShow: typeof planToShow
  planToWrite: typeof planToWrite
  inspectLayers: typeof inspectLayers
  readPackMeta: typeof readPackMeta
  renderExport: typeof renderExport
  resolveValues: typeof resolveValues
  checkPacks: typeof checkPacks
}

/** Answers what it was given: the pool's own liveness. */
export const ping = (payload: string): string => payload

export const readDocument = ({ bytes, ...options }: ReadOptions & { bytes: Uint8Array }): ReadResult =>
  read(bytes, options)

export const planToShow = (input: PlanInput): SentPlan => show(input)

export const planToWrite = (input: PlanToWrite): Promise<WritablePlan> => write(input)

export const inspectLayers = (layers: readonly LayerTexts[]): Promise<LayerInspections[]> => inspect(layers)

export const readPackMeta = (packs: readonly PackTexts[]): PackMeta[] => readMeta(packs)

export const renderExport = (request: ExportToRender): RenderedExport => render(request)

export const resolveValues = (request: ValuesToResolve): Map<string, string> => resolve(request)

export interface PacksToCheck {
  document: ProfileDocument
  facts: Pick<ImportFacts, 'registries' | 'candidates' | 'knownVersions'>
}

export const checkPacks = ({ document, facts }: PacksToCheck): PackCheck[] => check(document, facts)
