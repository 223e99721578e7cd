import { installedLimits } from '@waybill/profile-format'
import { askWorker } from '../../../workers/ask-worker.ts'
import type { ValuesProblem, ValuesToCheck } from './values-check-messages.ts'

/** A schema's pattern can take very long on a text; problems not found by then are reported when the layer is saved. */
const DEADLINE_MS = 5_000

/** Checks a text's YAML and its pack's schema in a worker; empty if aborted or too slow. */
export async function checkValuesApart(
  values: Omit<ValuesToCheck, 'limits'>,
  signal: AbortSignal,
): Promise<readonly ValuesProblem[]> {
  const worker = new Worker(new URL('./values-check.worker.ts', import.meta.url), { type: 'module' })
  const question: ValuesToCheck = { ...values, limits: installedLimits() }
  const found = await askWorker<readonly ValuesProblem[]>(worker, question, { deadlineMs: DEADLINE_MS, signal })
  return found ?? []
}
