import type { ImportDecisionsBody } from '@waybill/api-contract'

/** A document and the decisions about it; the server checks both together. */
export interface ImportUpload {
  /** The file, or the digest of one that was validated a short time ago. */
  file: Blob | { digest: string }
  fileName: string
  format: 'json' | 'yaml'
  decisions: ImportDecisionsBody
}

/** Builds the body of `api.imports.validate` and `api.imports.file`. */
export function importForm({ file, fileName, format, decisions }: ImportUpload) {
  const body = new FormData()
  // Before the file, so that the server has the decisions when the file's bytes arrive.
  body.append('decisions', JSON.stringify(decisions))
  if (file instanceof Blob) body.append('importFile', file, fileName)
  else body.append('fileDigest', file.digest)
  return { query: { format }, body }
}
