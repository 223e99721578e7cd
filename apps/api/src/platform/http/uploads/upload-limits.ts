/**
 * Of one multipart request: one file and the few fields of an import's decisions. The file's own bytes are DEFAULT_LIMITS.fileBytes
 * of profile-format, and JSON bodies that carry a document allow the same and its escapes.
 */
const FILE_BYTES = 16 * 1024 * 1024

export const UPLOAD_LIMITS = {
  files: 1,
  fields: 5,
  parts: 6,
  headerPairs: 50,
  fieldNameSize: 100,
  fieldSize: 1024 * 1024,
  fileSize: FILE_BYTES,
} as const

/** bodyLimit of routes whose JSON body holds a whole document. */
export const DOCUMENT_BODY_BYTES = 2 * FILE_BYTES
