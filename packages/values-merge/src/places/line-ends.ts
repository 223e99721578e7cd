/** Writes texts with the line ends of another; one that mixes its own leaves others as they are. */
export function lineEndsOf(text: string): (other: string) => string {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const written = (other: string) => other.replaceAll(/\r?\n/g, end)
  return written(text) === text ? written : (other) => other
}
