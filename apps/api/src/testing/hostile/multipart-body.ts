export interface BodyPart {
  name: string
  /** A part with a file name is a file. */
  fileName?: string
  contentType?: string
  /** Complete header lines besides the usual ones. */
  headers?: readonly string[]
  content: string | Uint8Array
}

export interface BodyOptions {
  boundary?: string
  /** False omits the closing boundary, like a broken connection. */
  isEnded?: boolean
}

const BOUNDARY = 'hostile-boundary'

/** A multipart body built byte by byte, so that a test can make it invalid in any way. */
export function multipartOf(parts: readonly BodyPart[], { boundary = BOUNDARY, isEnded = true }: BodyOptions = {}) {
  const chunks = parts.flatMap((part) => [
    Buffer.from(`--${boundary}\r\n${headOf(part)}\r\n\r\n`),
    Buffer.from(part.content),
    Buffer.from('\r\n'),
  ])
  return {
    payload: Buffer.concat([...chunks, Buffer.from(isEnded ? `--${boundary}--\r\n` : '')]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

function headOf({ name, fileName, contentType, headers = [] }: BodyPart): string {
  const file = fileName === undefined ? '' : `; filename="${fileName}"`
  return [
    `Content-Disposition: form-data; name="${name}"${file}`,
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    ...headers,
  ].join('\r\n')
}

/** The one file of an import. */
export const importFileOf = (content: string | Uint8Array, part: Partial<BodyPart> = {}, options: BodyOptions = {}) =>
  multipartOf([{ name: 'importFile', fileName: 'profile.json', content, ...part }], options)
