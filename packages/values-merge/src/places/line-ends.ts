/** Returns a function that converts texts to the line endings of `text`; if `text` mixes them, it changes nothing. */
export function lineEndsOf(text: string): (other: string) => string {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const written = (other: string) => other.replaceAll(/\r?\n/g, end)
  return written(text) === text ? written : (other) => other
}
