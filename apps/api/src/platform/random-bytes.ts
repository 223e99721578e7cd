import { randomFillSync } from 'node:crypto'

const DRAWN_BYTES = 4_096

let drawn = Buffer.alloc(0)

/** Random bytes, none given out twice. Drawn in batches: drawing twelve takes as long as drawing many. */
export function takeRandomBytes(count: number): Buffer<ArrayBuffer> {
  if (drawn.length < count) drawn = randomFillSync(Buffer.alloc(Math.max(DRAWN_BYTES, count)))
  const taken = drawn.subarray(0, count)
  drawn = drawn.subarray(count)
  return taken
}
