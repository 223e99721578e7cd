const encoder = new TextEncoder()

/** How many bytes a text has in UTF-8. */
export const byteLength = (text: string): number => encoder.encode(text).length

/** Whether a text has more bytes in UTF-8 than these; counted only where it could be so, as a UTF-16 unit makes at most three. */
export const isLarger = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && byteLength(text) > bytes)
