import { getCompileCacheDir } from 'node:module'
import { Piscina } from 'piscina'
import { memoryBudget } from './memory-budget.ts'

/**
 * V8's young generation grows with the heap: a small one keeps a thread that reads megabytes from holding ten times as
 * much.
 */
const YOUNG_MEGABYTES = 8

/** Called if a thread fails while it starts or is idle; if a task fails, its caller gets the error. */
export type OnThreadFault = (error: Error) => void

interface ThreadsOptions extends Pick<
  NonNullable<ConstructorParameters<typeof Piscina>[0]>,
  'workerData' | 'maxThreads' | 'idleTimeout' | 'loadBalancer'
> {
  file: URL
  onFault: OnThreadFault
}

/**
 * Threads come and go with the load, including the last one: it holds 40 MB and, once it has grown, three times as
 * much, since V8 collects only when it needs room. Their environment holds nothing but the compile cache, which halves
 * their start-up time and memory: no setting, and so no secret, reaches them.
 */
export function openThreads({ file, onFault, ...options }: ThreadsOptions): Piscina {
  const threads = new Piscina({
    ...options,
    filename: file.href,
    minThreads: 0,
    env: { NODE_COMPILE_CACHE: getCompileCacheDir() ?? '' },
    resourceLimits: {
      maxOldGenerationSizeMb: memoryBudget().heapMegabytes,
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  })
  // An unhandled error event would end the server. The next task starts another thread.
  return threads.on('error', onFault)
}
