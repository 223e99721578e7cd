import type { AuditFilter } from '@waybill/api-contract'
import { requestOf } from './api.ts'
import { send, type Connection } from './connection.ts'
import { addresses } from './operation-addresses.ts'
import { type ReceivedFile, readFile } from './received-file.ts'
import type { Answer } from './result.ts'

interface AuditExport {
  filter: Partial<AuditFilter>
  format: 'csv' | 'jsonl'
  /** Called with the number of events received so far, and the total. */
  onProgress: (events: number, total: number) => void
  signal: AbortSignal
}

/** Downloads the filtered events as a file, like `api.audits.exportEvents`, but reports progress. */
export function exportAudits(
  connection: Connection,
  { filter, format, onProgress, signal }: AuditExport,
): Promise<Answer<ReceivedFile>> {
  const request = requestOf(addresses.audits.exportEvents, { query: { ...filter, format }, signal })
  return send(connection, request, async (response) => {
    const total = Number(response.headers.get('waybill-events') ?? 0)
    return readFile(response, await readLines(response, (lines) => onProgress(Math.min(lines, total), total)))
  })
}

const LINE_FEED = 10

/** Reads the whole body and counts its lines on the way. */
async function readLines({ body }: Response, onLines: (lines: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let lines = 0
  const reader = body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    parts.push(read.value)
    for (const byte of read.value) if (byte === LINE_FEED) lines += 1
    onLines(lines)
  }
  return new Blob(parts)
}
