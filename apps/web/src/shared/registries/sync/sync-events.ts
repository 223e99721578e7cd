import type { RegistrySyncBody } from '@waybill/api-contract'

const PATH = '/v1/console/registries/events'
const RETRY_MS = 3_000

export interface SyncEventListener {
  onRun: (run: RegistrySyncBody) => void
  /** Whether events come. `true` again after a pause: something may have been missed meanwhile. */
  onConnection: (isConnected: boolean) => void
}

/**
 * Listens to the syncs of the tenant until the answer is called. The browser connects again by itself after a cut; where the
 * server refused (a restart behind a proxy, say) it gives up, so that is tried again here.
 */
export function listenToSyncs({ onRun, onConnection }: SyncEventListener): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const connect = () => {
    source = new EventSource(PATH)
    source.addEventListener('open', () => onConnection(true))
    source.addEventListener('sync', ({ data }) => {
      const run = readRun(data)
      if (run) onRun(run)
    })
    source.addEventListener('error', () => {
      onConnection(false)
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, RETRY_MS)
    })
  }
  connect()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

function readRun(data: unknown): RegistrySyncBody | undefined {
  const run: unknown = typeof data === 'string' ? JSON.parse(data) : undefined
  return isRun(run) ? run : undefined
}

/** The server is built from the same contract; what has no uid and state is something else. */
function isRun(value: unknown): value is RegistrySyncBody {
  return typeof value === 'object' && value !== null && 'registryUid' in value && 'state' in value && 'found' in value
}
