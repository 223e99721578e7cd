import type { ImportDecisionsBody } from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** A document and what was decided about it; the server judges both together. */
export interface ImportUpload {
  /** The file, or the digest of one that was validated a short while ago. */
  file: Blob | { digest: string }
  fileName: string
  format: 'json' | 'yaml'
  decisions: ImportDecisionsBody
}

/** Plans an import without writing anything: all problems and choices at once. Refusals are for files that cannot be read. */
export const validateImport = (connection: Connection, upload: ImportUpload, signal?: AbortSignal) =>
  call(connection, 'POST /v1/clusterprofiles/import/validate', { ...partsOf(upload), signal })

/**
 * Imports a document with the decisions made. Publishing is one of the decisions. Refusals of the plan carry its problems
 * in `details`; `ImportPlanStale` when it is not the plan that was confirmed.
 */
export const importProfileFile = (connection: Connection, upload: ImportUpload) =>
  call(connection, 'POST /v1/clusterprofiles/import/file', partsOf(upload))

function partsOf({ file, fileName, format, decisions }: ImportUpload) {
  const body = new FormData()
  // Before the file, so that the server knows them when the file's bytes begin to come.
  body.append('decisions', JSON.stringify(decisions))
  if (file instanceof Blob) body.append('importFile', file, fileName)
  else body.append('fileDigest', file.digest)
  return { query: { format }, body }
}
