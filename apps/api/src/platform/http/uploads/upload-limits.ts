import { LIMITS } from '@waybill/profile-format'

/**
 * Limits of one multipart request: one file and the few fields of an import's decisions, whose fills may be long texts.
 */
export const uploadLimits = () => ({
  files: 1,
  fields: 5,
  parts: 6,
  headerPairs: 50,
  fieldNameSize: 100,
  fieldSize: LIMITS.fileBytes,
  fileSize: LIMITS.fileBytes,
})

/** The bodyLimit of routes whose JSON body holds a whole document: the bytes of the file, with room for escapes. */
export const documentBodyBytes = () => 2 * LIMITS.fileBytes
