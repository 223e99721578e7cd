/** Encrypting and sending more at once would hold up other requests. */
const CHUNK_CHARACTERS = 2 * 1024 * 1024

/** Splits items into as few chunks as their text sizes allow, in order; a profile of usual size is one chunk. */
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
