import { SourceError, type SourceEvent } from '@waybill/pack-sources'
import type { OpenSource } from '../../platform/registry-connection.ts'
import {
  noProgress,
  writeWalk,
  type CataloguePorts,
  type KnownVersion,
  type Progress,
  type RegistryOfPacks,
  type WholeWalk,
} from './catalogue-writer-service.ts'

/** Progress is written, and a request to cancel is seen, about this often. */
const BEAT_MS = 300

/** Nothing that can be read takes longer; a registry that trickles does. */
const LONGEST_MS = 3_600_000

export interface RunToSync {
  uid: string
  registryUid: string
  trigger: string
  requestedBy: string
  isForced: boolean
}

export interface SyncPorts extends CataloguePorts {
  claim: (uid: string, claim: string) => Promise<RunToSync | null>
  /** Writes how far it is; undefined when the run belongs to somebody else by now, or is gone with its registry. */
  beat: (uid: string, claim: string, counts: Progress['counts']) => Promise<{ isCancelRequested: boolean } | undefined>
  release: (uid: string, claim: string) => Promise<void>
  findRegistry: (uid: string) => Promise<(RegistryOfPacks & { syncMark: string }) | null>
  open: (registryUid: string) => Promise<OpenSource>
  listKnown: (registryUid: string) => Promise<ReadonlyMap<string, KnownVersion>>
  /** Ends the run together with all that its end means, or not at all; nothing when it belongs to somebody else. */
  end: (end: SyncEnd) => Promise<void>
  /** A failure that is ours. */
  report: (error: unknown) => void
}

export interface SyncEnd extends Progress {
  run: RunToSync
  claim: string
  state: 'succeeded' | 'failed' | 'cancelled'
  reason: string
  /** What it saw of the registry; null unless it saw everything. */
  whole: WholeWalk | null
}

/** Why a walk is broken off. `stopped`: the process ends, another takes the run up. `lost`: another has. */
type Stop = 'cancelled' | 'timeout' | 'stopped' | 'lost'

/**
 * Reads a registry into the catalogue. Whatever happens to the process meanwhile, the run can be taken up again from the
 * start and ends the same: what was written stays and is not written again, and what is gone is marked at the very end.
 */
export async function syncRegistry(ports: SyncPorts, syncUid: string, stopping: AbortSignal): Promise<void> {
  const claim = ports.newUid()
  const run = await ports.claim(syncUid, claim)
  if (!run) return
  const progress = noProgress()
  const aborter = createAborter(stopping)
  const stopBeating = startBeating(ports, { run, claim, progress, aborter })
  const outcome = await walkRegistry(ports, { run, progress, signal: aborter.signal }).catch((error: unknown) =>
    failureOf(ports, error),
  )
  await stopBeating()
  const stop = aborter.stop()
  if (stop === 'lost') return
  if (stop === 'stopped') return ports.release(run.uid, claim)
  const ending = { run, claim, ...progress, ...outcome }
  if (stop === 'cancelled') return ports.end({ ...ending, state: 'cancelled', reason: '', whole: null })
  return ports.end(stop === 'timeout' ? { ...ending, state: 'failed', reason: stop, whole: null } : ending)
}

type Outcome = Pick<SyncEnd, 'state' | 'reason' | 'whole'>
interface Walking {
  run: RunToSync
  progress: Progress
  signal: AbortSignal
}

async function walkRegistry(ports: SyncPorts, { run, progress, signal }: Walking): Promise<Outcome> {
  const registry = await ports.findRegistry(run.registryUid)
  if (!registry) return { state: 'failed', reason: 'internal', whole: null }
  const known = await ports.listKnown(registry.uid)
  const { source, close } = await ports.open(registry.uid)
  try {
    const wanted = run.isForced ? { known: new Map(), mark: '' } : { known, mark: registry.syncMark }
    const events = untilAborted(source.walk({ ...wanted, signal }), signal)
    const whole = await writeWalk(ports, { registry, events, known, runUid: run.uid, progress })
    return whole ? { state: 'succeeded', reason: '', whole } : { state: 'failed', reason: 'bad-response', whole }
  } finally {
    await close()
  }
}

function failureOf(ports: SyncPorts, error: unknown): Outcome {
  if (error instanceof SourceError) return { state: 'failed', reason: error.fault, whole: null }
  if (!(error instanceof BrokenOff)) ports.report(error)
  return { state: 'failed', reason: 'internal', whole: null }
}

class BrokenOff extends Error {}

/** Ends with the signal even when the source does not hear it. */
async function* untilAborted(events: AsyncIterable<SourceEvent>, signal: AbortSignal): AsyncGenerator<SourceEvent> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  aborted.catch(() => undefined) // nobody may be waiting when it comes
  const breakOff = () => reject(new BrokenOff())
  signal.addEventListener('abort', breakOff, { once: true })
  if (signal.aborted) breakOff()
  const iterator = events[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted])
      if (next.done === true) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', breakOff)
    // Not waited for: a source that hangs would hang here too.
    void Promise.resolve(iterator.return?.()).catch(() => undefined)
  }
}

function createAborter(stopping: AbortSignal) {
  const own = new AbortController()
  const deadline = AbortSignal.timeout(LONGEST_MS)
  let reason: Stop | undefined
  return {
    signal: AbortSignal.any([own.signal, stopping, deadline]),
    abort: (stop: Stop) => {
      reason ??= stop
      own.abort()
    },
    stop: (): Stop | undefined => {
      if (reason) return reason
      if (stopping.aborted) return 'stopped'
      return deadline.aborted ? 'timeout' : undefined
    },
  }
}

interface Beating {
  run: RunToSync
  claim: string
  progress: Progress
  aborter: ReturnType<typeof createAborter>
}

/** @returns what ends it, once no beat is on its way. */
function startBeating(ports: SyncPorts, { run, claim, progress, aborter }: Beating): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let beating = Promise.resolve()
  let isOver = false
  const beat = async () => {
    const answer = await ports.beat(run.uid, claim, progress.counts)
    if (!answer) aborter.abort('lost')
    else if (answer.isCancelRequested) aborter.abort('cancelled')
  }
  const next = () => {
    // A beat that does not get through is made up for by the next; who misses too many loses the run.
    beating = beat().catch((error: unknown) => ports.report(error))
    void beating.then(() => {
      if (!isOver) timer = setTimeout(next, BEAT_MS)
    })
  }
  next()
  return () => {
    isOver = true
    clearTimeout(timer)
    return beating
  }
}
