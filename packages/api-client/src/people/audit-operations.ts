import type { AuditEventsQuery, AuditFilter } from '@waybill/api-contract'
import { call, requestOf } from '../call.ts'
import { send, type Connection } from '../connection.ts'
import { fileNameFromDisposition } from '../file-name.ts'
import type { ExportedFile } from '../profiles/export-operations.ts'
import type { Result } from '../result.ts'

/** A page of what happened in the scope, newest first; `next` of its answer is `before` of the one after it. */
export const listAuditEvents = (connection: Connection, query: Partial<AuditEventsQuery>, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/audits', { query, signal })

/** What the log can be filtered by, and how long it is kept. */
export const listAuditChoices = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/audits/choices', { signal })

interface AuditExport {
  filter: Partial<AuditFilter>
  format: 'csv' | 'jsonl'
  /** Told how many events have come, and out of how many. */
  onProgress: (events: number, total: number) => void
  signal: AbortSignal
}

/** The events that a filter lets through, as a file. */
export function exportAudits(
  connection: Connection,
  { filter, format, onProgress, signal }: AuditExport,
): Promise<Result<ExportedFile>> {
  const request = requestOf('GET /v1/console/audits/export', { query: { ...filter, format }, signal })
  return send(connection, request, async (response) => {
    const total = Number(response.headers.get('waybill-events') ?? 0)
    return {
      fileName: fileNameFromDisposition(response.headers.get('content-disposition')) ?? `audit-log.${format}`,
      content: await readLines(response, (lines) => onProgress(Math.min(lines, total), total)),
    }
  })
}

const LINE_FEED = 10

/** The whole body, counting its lines on the way. */
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
