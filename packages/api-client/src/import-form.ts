import type { ImportDecisionsBody } from '@waybill/api-contract'

/** A document and what was decided about it; the server judges both together. */
export interface ImportUpload {
  /** The file, or the digest of one that was validated a short while ago. */
  file: Blob | { digest: string }
  fileName: string
  format: 'json' | 'yaml'
  decisions: ImportDecisionsBody
}

/** What `api.imports.validate` and `api.imports.file` are sent. */
export function importForm({ file, fileName, format, decisions }: ImportUpload) {
  const body = new FormData()
  // Before the file, so that the server knows them when the file's bytes begin to come.
  body.append('decisions', JSON.stringify(decisions))
  if (file instanceof Blob) body.append('importFile', file, fileName)
  else body.append('fileDigest', file.digest)
  return { query: { format }, body }
}
