import type { ImportDecisionsBody, ImportValidateResponse, UidBody } from '@waybill/api-contract'
import { readJson, send, type Connection } from './connection.ts'
import type { Result } from './result.ts'

/** A document and what was decided about it; the server judges both together. */
export interface ImportUpload {
  file: Blob
  fileName: string
  format: 'json' | 'yaml'
  decisions: ImportDecisionsBody
}

/** Plans an import without writing anything: all problems and choices at once. Refusals are for files that cannot be read. */
export function validateImport(
  connection: Connection,
  upload: ImportUpload,
  signal?: AbortSignal,
): Promise<Result<ImportValidateResponse>> {
  const path = '/v1/clusterprofiles/import/validate'
  return send(connection, uploadRequest(path, upload, signal), readJson<ImportValidateResponse>)
}

/**
 * Imports a document with the decisions made. Publishing is one of the decisions. Refusals of the plan carry its problems
 * in `details`; `ImportPlanStale` when it is not the plan that was confirmed.
 */
export function importProfileFile(connection: Connection, upload: ImportUpload): Promise<Result<UidBody>> {
  return send(connection, uploadRequest('/v1/clusterprofiles/import/file', upload), readJson<UidBody>)
}

function uploadRequest(path: string, upload: ImportUpload, signal?: AbortSignal) {
  const body = new FormData()
  // Before the file, so that the server knows them when the file's bytes begin to come.
  body.append('decisions', JSON.stringify(upload.decisions))
  body.append('importFile', upload.file, upload.fileName)
  return { method: 'POST', path, query: { format: upload.format }, body, signal } as const
}
