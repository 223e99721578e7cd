import type { ProblemBody } from '@waybill/api-contract'
import type { DocumentFormat, InstalledLimits, ProfileDocument } from '@waybill/profile-format'

/**
 * Sent to the worker: the file's bytes and the limits of this installation, since a worker starts with the defaults.
 */
export interface ReadRequest {
  file: Blob
  limits: InstalledLimits
}

/** Sent by the worker. `text` is shown in the editor: empty if the bytes are not text, or too many. */
export interface ReadAnswer {
  document: ProfileDocument | null
  format: DocumentFormat
  problems: readonly ProblemBody[]
  text: string
}
