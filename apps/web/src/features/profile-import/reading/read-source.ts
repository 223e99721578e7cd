import { installedLimits } from '@waybill/profile-format'
import { askWorker } from '../../../shared/workers/ask-worker.ts'
import type { ReadAnswer, ReadRequest } from './document-reader-messages.ts'
import type { ImportSource, Reading } from '../state/import-stage.ts'

/** A hostile file may keep the worker busy, but not the page, which gives up after this time. */
const DEADLINE_MS = 20_000

export function sourceOfFile(file: File, isOneOfSeveral: boolean): ImportSource {
  return { fileName: file.name, isPasted: false, isOneOfSeveral, bytes: file.size, text: '', original: file }
}

export function sourceOfText(text: string): ImportSource {
  const bytes = new TextEncoder().encode(text).length
  return { fileName: 'pasted-profile', isPasted: true, isOneOfSeveral: false, bytes, text, original: null }
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

/** Reads a source in a worker; null if the answer is no longer needed. */
export async function readSource(
  source: ImportSource,
  signal: AbortSignal,
): Promise<(Reading & { text?: string }) | null> {
  const worker = new Worker(new URL('./document-reader.worker.ts', import.meta.url), { type: 'module' })
  const request: ReadRequest = { file: source.original ?? new Blob([source.text]), limits: installedLimits() }
  const answer = await askWorker<ReadAnswer>(worker, request, { deadlineMs: DEADLINE_MS, signal })
  if (signal.aborted) return null
  if (answer === null) return GIVEN_UP
  const reading = toReading(answer)
  // An edited text stays exactly as typed, byte for byte.
  return source.original ? reading : { ...reading, text: source.text }
}
