import { AppError } from '../../errors/app-error.ts'

const HEADER_BYTES = 8 * 1024
const HEADER_LINES = 50
const END = Buffer.from('\r\n\r\n')

export interface PartHeaderWatch {
  see: (chunk: Uint8Array) => void
  /** @throws AppError when a part had more in headers than a part needs. */
  check: () => void
}

/**
 * Looks on while a multipart body passes: the parser cuts off what is too much in a part's headers and says nothing. Holds no more
 * than one header block.
 */
export function watchPartHeaders(boundary: string): PartHeaderWatch {
  const delimiter = Buffer.from(`\r\n--${boundary}\r\n`)
  // The first delimiter may stand without a line before it.
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
    // The line end before the headers stays: it may be the first half of the empty line after none.
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
