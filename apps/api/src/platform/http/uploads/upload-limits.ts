import { LIMITS } from '@waybill/profile-format'

/** Of one multipart request: one file and the few fields of an import's decisions, whose fills may be as long as texts are. */
export const uploadLimits = () => ({
  files: 1,
  fields: 5,
  parts: 6,
  headerPairs: 50,
  fieldNameSize: 100,
  fieldSize: LIMITS.fileBytes,
  fileSize: LIMITS.fileBytes,
})

/** bodyLimit of routes whose JSON body holds a whole document: the bytes of a file and its escapes. */
export const documentBodyBytes = () => 2 * LIMITS.fileBytes
