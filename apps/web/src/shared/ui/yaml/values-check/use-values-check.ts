import { installedLimits } from '@waybill/profile-format'
import { useEffect, useState } from 'react'
import type { ValuesProblem, ValuesToCheck } from './values-check-messages.ts'

const TYPING_PAUSE_MS = 250
/** A pattern of a schema can keep a text waiting; what is not known by then is said when the layer is saved. */
const DEADLINE_MS = 5_000

/** Holds a text to YAML and to the schema of its pack while it changes, off the page's own thread. */
export function useValuesCheck({ text, schema, defaults }: Omit<ValuesToCheck, 'limits'>): readonly ValuesProblem[] {
  const [problems, setProblems] = useState<readonly ValuesProblem[]>([])
  useEffect(() => {
    let worker: Worker | undefined
    const end = (found: readonly ValuesProblem[]) => {
      clearTimeout(deadline)
      worker?.terminate()
      setProblems(found)
    }
    const start = () => {
      worker = new Worker(new URL('./values-check.worker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('error', () => end([]))
      worker.addEventListener('message', ({ data }: MessageEvent<readonly ValuesProblem[]>) => end(data))
      worker.postMessage({ text, schema, defaults, limits: installedLimits() } satisfies ValuesToCheck)
    }
    const timer = setTimeout(start, TYPING_PAUSE_MS)
    const deadline = setTimeout(() => end([]), TYPING_PAUSE_MS + DEADLINE_MS)
    return () => {
      clearTimeout(timer)
      clearTimeout(deadline)
      worker?.terminate()
    }
  }, [text, schema, defaults])
  return problems
}
