import type { ProblemBody } from '@waybill/api-contract'
import type { ProfileDocument } from '@waybill/profile-format'
import type { DocumentFormat } from '../state/import-stage.ts'

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
