import { AppError } from '../../errors/app-error.ts'

const HEADER_BYTES = 8 * 1024
const HEADER_LINES = 50
const END = Buffer.from('\r\n\r\n')

export interface PartHeaderWatch {
  see: (chunk: Uint8Array) => void
  /** @throws AppError if a part had larger headers than any part needs */
  check: () => void
}

/**
 * Watches a multipart body pass, because the parser silently truncates a part's headers that are too large. Buffers no
 * more than one header block.
 */
export function watchPartHeaders(boundary: string): PartHeaderWatch {
  const delimiter = Buffer.from(`\r\n--${boundary}\r\n`)
  // The first delimiter may come without a line break before it.
  let waiting = Buffer.from('\r\n')
  let isInHeaders = false
  let isOver = false
  const takeBlock = (): boolean => {
    const at = waiting.indexOf(isInHeaders ? END : delimiter)
    if (isInHeaders && isOverLimit(at === -1 ? waiting : waiting.subarray(0, at))) isOver = true
    if (at === -1) {
      if (!isInHeaders) waiting = waiting.subarray(Math.max(0, waiting.length - delimiter.length))
      return false
    }
    // Keep the line break before the headers: if there are no headers, it is the first half of the empty line that ends
    // them.
    waiting = waiting.subarray(isInHeaders ? at + 2 : at + delimiter.length - 2)
    isInHeaders = !isInHeaders
    return true
  }
  return {
    see(chunk) {
      if (isOver) return
      waiting = Buffer.concat([waiting, chunk])
      while (!isOver && takeBlock());
      if (isOver) waiting = Buffer.alloc(0)
    },
    check() {
      if (isOver) throw new AppError('PayloadTooLarge', { params: { limit: 'headers of a part' } })
    },
  }
}

const isOverLimit = (block: Buffer) =>
  block.length > HEADER_BYTES || block.toString('latin1').split('\r\n').length > HEADER_LINES + 1
