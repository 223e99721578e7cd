import { Gunzip } from 'fflate'

/** What is unpacked between two looks at how much it is by now: a byte can stand for a thousand. */
const STEP = 256

/** The bytes that a gzip stands for; undefined where it is none, or where they are more than may be read. */
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
    // Whatever it throws, it is about the bytes.
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
