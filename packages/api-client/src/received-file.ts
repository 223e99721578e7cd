import { fileNameFromDisposition } from './file-name.ts'

/** A file as it came, byte for byte. */
export interface ReceivedFile {
  /** As the server names it; safe for a file system. */
  fileName: string
  content: Blob
}

/** Names what was received by the answer's `Content-Disposition`. */
export const readFile = ({ headers }: Response, content: Blob): ReceivedFile => ({
  fileName: fileNameFromDisposition(headers.get('content-disposition')) ?? 'download',
  content,
})
