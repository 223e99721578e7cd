import { fileNameFromDisposition } from './file-name.ts'

/** A file as it was received, byte for byte. */
export interface ReceivedFile {
  /** The name given by the server, safe for a file system. */
  fileName: string
  content: Blob
}

/** Names received content by the `Content-Disposition` of its response. */
export const readFile = ({ headers }: Response, content: Blob): ReceivedFile => ({
  fileName: fileNameFromDisposition(headers.get('content-disposition')) ?? 'download',
  content,
})
