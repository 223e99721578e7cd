import { call, requestOf } from './call.ts'
import { send, type Connection } from './connection.ts'
import { fileNameFromDisposition } from './file-name.ts'
import type { Result } from './result.ts'

/** An exported document as it came, byte for byte. */
export interface ExportedFile {
  /** As the server names it; safe for a file system. */
  fileName: string
  content: Blob
}

export interface ExportChoice {
  uid: string
  format: 'json' | 'yaml'
  /** Ids of suspected secrets to leave in clear, out of `previewExport`. */
  unmask: readonly string[]
}

/** What an export will mask, and what the file will be called. Never a value. */
export const previewExport = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/clusterprofiles/{uid}/export/preview', { params: { uid }, signal })

/** Downloads a profile as a document with its secrets masked. Refusal: `ExportUnmaskable`. */
export function exportProfile(connection: Connection, choice: ExportChoice): Promise<Result<ExportedFile>> {
  const { uid, format, unmask } = choice
  const query = { format, unmask: [...unmask] }
  const request = requestOf('GET /v1/clusterprofiles/{uid}/export', { params: { uid }, query })
  return send(connection, request, async (response) => ({
    fileName: fileNameFromDisposition(response.headers.get('content-disposition')) ?? `profile.${format}`,
    content: await response.blob(),
  }))
}
