import { installedLimits } from '@waybill/profile-format'
import type { ReadAnswer, ReadRequest } from './document-reader-messages.ts'
import type { ImportSource, Reading } from '../state/import-stage.ts'

/** A hostile file may keep the reader busy; the page never is, and gives up on it. */
const DEADLINE_MS = 20_000

export function sourceOfFile(file: File): ImportSource {
  return { fileName: file.name, isPasted: false, bytes: file.size, text: '', original: file }
}

export function sourceOfText(text: string): ImportSource {
  const bytes = new TextEncoder().encode(text).length
  return { fileName: 'pasted-profile', isPasted: true, bytes, text, original: null }
}

function ask(worker: Worker, request: ReadRequest, signal: AbortSignal): Promise<ReadAnswer | null> {
  return new Promise((resolve) => {
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)])
    deadline.addEventListener('abort', () => resolve(null), { once: true })
    worker.addEventListener('error', () => resolve(null), { once: true })
    worker.addEventListener('message', (event: MessageEvent<ReadAnswer>) => resolve(event.data), { once: true })
    worker.postMessage(request)
  })
}

const GIVEN_UP: Reading = {
  state: 'refused',
  format: 'json',
  problems: [
    {
      code: 'LimitExceeded',
      severity: 'error',
      group: 'file',
      path: '',
      params: {},
      message: 'The browser could not read this file in time. Check that it is an exported profile, then try again.',
    },
  ],
}

function toReading({ document, ...found }: ReadAnswer): Reading & { text: string } {
  return document ? { state: 'read', document, ...found } : { state: 'refused', ...found }
}

/** Reads a source off the page's own thread; null when the answer is not wanted any more. */
export async function readSource(
  source: ImportSource,
  signal: AbortSignal,
): Promise<(Reading & { text?: string }) | null> {
  const worker = new Worker(new URL('./document-reader.worker.ts', import.meta.url), { type: 'module' })
  try {
    const answer = await ask(
      worker,
      { file: source.original ?? new Blob([source.text]), limits: installedLimits() },
      signal,
    )
    if (signal.aborted) return null
    if (answer === null) return GIVEN_UP
    const reading = toReading(answer)
    // While it is edited the text is the user's, byte for byte as typed.
    return source.original ? reading : { ...reading, text: source.text }
  } finally {
    worker.terminate()
  }
}
