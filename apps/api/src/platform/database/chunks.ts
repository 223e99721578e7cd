/** Encrypting and sending more of it in one go would hold up everybody else's requests. */
const PART_CHARACTERS = 2 * 1024 * 1024

/** Splits items with texts in their order into as few parts as their size allows; a profile of a usual size is one part. */
export function inParts<T>(items: readonly T[], sizeOf: (item: T) => number): T[][] {
  const parts: T[][] = []
  let room = 0
  for (const item of items) {
    const size = sizeOf(item)
    const part = parts.at(-1)
    if (part && size <= room) part.push(item)
    else {
      parts.push([item])
      room = PART_CHARACTERS
    }
    room -= size
  }
  return parts
}
