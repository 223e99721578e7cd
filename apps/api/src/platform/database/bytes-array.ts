const BINARY_HEADER = 20
const OID_OF_BYTEA = 17
const NULL_LENGTH = -1

/**
 * Many ciphertexts as one parameter, to be cast to `bytea[]`, in the array format of PostgreSQL's binary protocol. As
 * text, each byte would take two characters or, as base64 in JSON, be encoded and decoded twice.
 */
export function bytesArray(items: readonly (Uint8Array | null)[]): Buffer {
  const length = items.reduce((sum, item) => sum + 4 + (item?.length ?? 0), BINARY_HEADER)
  const array = Buffer.allocUnsafe(length)
  const hasNull = items.includes(null)
  let at = 0
  // One dimension with lower bound 1. An empty array should have no dimension, but this one unnests to no rows as well.
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
