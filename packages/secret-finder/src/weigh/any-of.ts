/** The source of a pattern that any of several matches, so that each can be read on a line of its own. */
export function anyOf(patterns: readonly RegExp[]): string {
  return `(?:${patterns.map(({ source }) => source).join('|')})`
}

/** The same of words between spaces, each the source of a pattern. */
export function anyWordOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`
}
