import type { ProblemBody } from '@waybill/api-contract'
import type { DocumentFormat, InstalledLimits, ProfileDocument } from '@waybill/profile-format'

/** To the reader: a file's own bytes, and the limits of this installation; a thread starts with the defaults. */
export interface ReadRequest {
  file: Blob
  limits: InstalledLimits
}

/** From the reader. `text` is what the editor shows: empty for bytes that are no text, or too many. */
export interface ReadAnswer {
  document: ProfileDocument | null
  format: DocumentFormat
  problems: readonly ProblemBody[]
  text: string
}
