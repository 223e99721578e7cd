import { LIMITS } from '../limits.ts'
import type { ProblemLog } from '../problems/problem-log.ts'
import { invalidUtf8At } from './invalid-utf8.ts'

interface Signature {
  media: string
  bytes: readonly number[]
  at?: number
}

const SIGNATURES: readonly Signature[] = [
  { media: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { media: 'a zip archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { media: 'a zip archive', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { media: 'a tar archive', bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257 },
  { media: 'a bzip2 archive', bytes: [0x42, 0x5a, 0x68] },
  { media: 'an xz archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { media: 'a zstd archive', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { media: 'a 7z archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { media: 'a PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { media: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { media: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { media: 'a GIF picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { media: 'a program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
]

const hasBytes = (input: Uint8Array, { bytes, at = 0 }: Signature) => bytes.every((byte, i) => input[at + i] === byte)

/**
 * Detects UTF-16 and UTF-32 by the byte order mark, or by the position of the zero bytes in the first character
 * (JSON and YAML both begin with an ASCII character).
 */
function wideEncoding([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16'
  if (a === 0xfe && b === 0xff) return 'UTF-16'
  if (a === 0 && b === 0) return d === undefined ? null : 'UTF-32'
  if (a === 0) return b === undefined ? null : 'UTF-16'
  if (b === 0) return c === 0 ? 'UTF-32' : 'UTF-16'
  return null
}

/**
 * Decodes a file as UTF-8 and strips the byte order mark. Returns null, with a problem in the log, when the file is
 * over the size limit, compressed, binary or in another encoding. Nothing is replaced or guessed.
 */
export function decodeText(input: Uint8Array, log: ProblemLog): string | null {
  const refuse = (
    ...[code, params]: ['FileTooLarge' | 'UnsupportedMedia' | 'Encoding', Record<string, string | number>]
  ) => {
    log.report(code, { path: [], params })
    return null
  }
  if (input.length > LIMITS.fileBytes) return refuse('FileTooLarge', { limit: LIMITS.fileBytes, actual: input.length })
  const signature = SIGNATURES.find((candidate) => hasBytes(input, candidate))
  if (signature) return refuse('UnsupportedMedia', { media: signature.media })
  const encoding = wideEncoding(input.subarray(0, 4))
  if (encoding) return refuse('Encoding', { encoding })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input)
  } catch {
    // The decoder does not say where it failed, so the file is scanned again, but only in this case.
    return refuse('Encoding', { ...invalidUtf8At(input) })
  }
}
