import type { RegistrySyncBody } from '@waybill/api-contract'

const PATH = '/v1/console/registries/events'
const RETRY_MS = 3_000

export interface SyncEventListener {
  onRun: (run: RegistrySyncBody) => void
  /** Whether events arrive. `true` after a pause means that some may have been missed. */
  onConnection: (isConnected: boolean) => void
}

/**
 * Listens to the tenant's syncs until the returned function is called. The browser reconnects by itself after an
 * interruption, but not after a refusal, as while the server restarts behind a proxy, so that is retried here.
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

/** The server uses the same contract, so a few properties are enough to recognise a run. */
function isRun(value: unknown): value is RegistrySyncBody {
  return typeof value === 'object' && value !== null && 'registryUid' in value && 'state' in value && 'found' in value
}
