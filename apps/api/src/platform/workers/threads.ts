import { getCompileCacheDir } from 'node:module'
import { Piscina } from 'piscina'
import { memoryBudget } from './memory-budget.ts'

/** Young generations grow with what is there: small ones keep a thread that reads megabytes from holding ten times as much. */
const YOUNG_MEGABYTES = 8

/** Called when a thread fails as it starts or while it has no task; when a task fails, its caller gets the error. */
export type OnThreadFault = (error: Error) => void

interface ThreadsOptions extends Pick<
  NonNullable<ConstructorParameters<typeof Piscina>[0]>,
  'workerData' | 'maxThreads' | 'idleTimeout' | 'loadBalancer'
> {
  file: URL
  onFault: OnThreadFault
}

/**
 * Threads come and go with the load, the last one too: it holds 40 MB and, once it has grown, three times as much, as V8 collects when
 * it needs room and not when there is nothing to do. They get no environment but the compile cache, which halves their start and their
 * memory: no setting, and so no secret, reaches them.
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
  // An error that nobody listens for would end the server. The next task starts another thread.
  return threads.on('error', onFault)
}
