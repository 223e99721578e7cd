const encoder = new TextEncoder()

/** The size of a text in UTF-8 bytes. */
export const byteLength = (text: string): number => encoder.encode(text).length

/**
 * Whether a text is larger than a number of UTF-8 bytes. Encodes it only if needed: a UTF-16 unit takes at most three
 * bytes.
 */
export const isLarger = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && byteLength(text) > bytes)
