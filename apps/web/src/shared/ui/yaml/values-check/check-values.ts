import { installedLimits } from '@waybill/profile-format'
import { askWorker } from '../../../workers/ask-worker.ts'
import type { ValuesProblem, ValuesToCheck } from './values-check-messages.ts'

/** A pattern of a schema can keep a text waiting; what is not known by then is said when the layer is saved. */
const DEADLINE_MS = 5_000

/** Holds a text to YAML and to the schema of its pack, off the page's own thread; empty where it is stopped or takes too long. */
export async function checkValuesApart(
  values: Omit<ValuesToCheck, 'limits'>,
  signal: AbortSignal,
): Promise<readonly ValuesProblem[]> {
  const worker = new Worker(new URL('./values-check.worker.ts', import.meta.url), { type: 'module' })
  const question: ValuesToCheck = { ...values, limits: installedLimits() }
  const found = await askWorker<readonly ValuesProblem[]>(worker, question, { deadlineMs: DEADLINE_MS, signal })
  return found ?? []
}
