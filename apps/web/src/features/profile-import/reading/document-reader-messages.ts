import type { ProblemBody } from '@waybill/api-contract'
import type { DocumentFormat, ProfileDocument } from '@waybill/profile-format'

/** To the reader: a file's own bytes. */
export interface ReadRequest {
  file: Blob
}

/** From the reader. `text` is what the editor shows: empty for bytes that are no text, or too many. */
export interface ReadAnswer {
  document: ProfileDocument | null
  format: DocumentFormat
  problems: readonly ProblemBody[]
  text: string
}
