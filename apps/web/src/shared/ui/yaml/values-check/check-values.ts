import { installedLimits } from '@waybill/profile-format'
import type { ValuesProblem, ValuesToCheck } from './values-check-messages.ts'

/** A pattern of a schema can keep a text waiting; what is not known by then is said when the layer is saved. */
const DEADLINE_MS = 5_000

/** Holds a text to YAML and to the schema of its pack, off the page's own thread; empty where it is stopped or takes too long. */
export function checkValuesApart(
  values: Omit<ValuesToCheck, 'limits'>,
  signal: AbortSignal,
): Promise<readonly ValuesProblem[]> {
  const worker = new Worker(new URL('./values-check.worker.ts', import.meta.url), { type: 'module' })
  return new Promise((resolve) => {
    const end = (found: readonly ValuesProblem[]) => {
      clearTimeout(deadline)
      worker.terminate()
      resolve(found)
    }
    const deadline = setTimeout(() => end([]), DEADLINE_MS)
    signal.addEventListener('abort', () => end([]))
    worker.addEventListener('error', () => end([]))
    worker.addEventListener('message', ({ data }: MessageEvent<readonly ValuesProblem[]>) => end(data))
    worker.postMessage({ ...values, limits: installedLimits() } satisfies ValuesToCheck)
  })
}
