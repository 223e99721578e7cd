const BINARY_HEADER = 20
const OID_OF_BYTEA = 17
const NULL_LENGTH = -1

/**
 * Ciphertexts of many rows as one parameter, to be cast to `bytea[]`: an array as PostgreSQL's own protocol has it. In a text each byte
 * would be two characters or, as base64 in JSON, be written and read twice.
 */
export function bytesArray(items: readonly (Uint8Array | null)[]): Buffer {
  const length = items.reduce((sum, item) => sum + 4 + (item?.length ?? 0), BINARY_HEADER)
  const array = Buffer.allocUnsafe(length)
  const hasNull = items.includes(null)
  let at = 0
  // One dimension, which begins at 1; an array of nothing has none, but unnests to no rows as well.
  for (const number of [1, hasNull ? 1 : 0, OID_OF_BYTEA, items.length, 1]) at = array.writeInt32BE(number, at)
  for (const item of items) {
    at = array.writeInt32BE(item?.length ?? NULL_LENGTH, at)
    if (item) {
      array.set(item, at)
      at += item.length
    }
  }
  return array
}
