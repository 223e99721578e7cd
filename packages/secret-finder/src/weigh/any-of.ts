/** The source of a pattern that matches any of the given ones, so that each can be on a line of its own. */
export function anyOf(patterns: readonly RegExp[]): string {
  return `(?:${patterns.map(({ source }) => source).join('|')})`
}

/** The same for patterns separated by spaces. */
export function anyWordOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`
}
