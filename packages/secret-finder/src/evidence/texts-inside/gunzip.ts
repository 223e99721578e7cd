import { Gunzip } from 'fflate'

/** The number of packed bytes between two checks of the unpacked size: one byte can expand to a thousand. */
const STEP = 256

/** Unpacks gzip; undefined if it is not gzip, or larger than `most` when unpacked. */
export function gunzipped(packed: Uint8Array, most: number): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Gunzip((part) => {
    size += part.length
    parts.push(part)
  })
  try {
    for (let at = 0; at < packed.length && size <= most; at += STEP)
      stream.push(packed.slice(at, at + STEP), at + STEP >= packed.length)
  } catch {
    // Any error means that the bytes are not valid gzip.
    return undefined
  }
  if (size > most) return undefined
  const bytes = new Uint8Array(size)
  let end = 0
  for (const part of parts) {
    bytes.set(part, end)
    end += part.length
  }
  return bytes
}
