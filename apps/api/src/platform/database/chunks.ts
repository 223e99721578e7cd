/** Encrypting and sending more of it in one go would hold up everybody else's requests. */
const CHUNK_CHARACTERS = 2 * 1024 * 1024

/** Splits items with texts in their order into as few chunks as their size allows; a profile of a usual size is one chunk. */
export function splitIntoChunks<T>(items: readonly T[], sizeOf: (item: T) => number): T[][] {
  const chunks: T[][] = []
  let room = 0
  for (const item of items) {
    const size = sizeOf(item)
    const chunk = chunks.at(-1)
    if (chunk && size <= room) chunk.push(item)
    else {
      chunks.push([item])
      room = CHUNK_CHARACTERS
    }
    room -= size
  }
  return chunks
}
