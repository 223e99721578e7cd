/** One challenge of a WWW-Authenticate header (RFC 9110 §11.6.1). Scheme and parameter names are in lower case. */
export interface Challenge {
  scheme: string
  parameters: ReadonlyMap<string, string>
}

const MAX_HEADER_CHARACTERS = 8_192
const SEPARATORS = /[\s,]*/y
const TOKEN = /[\w!#$%&'*+.^`|~-]+/y
const VALUE = /\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))/y

/**
 * Parses a WWW-Authenticate header, which may contain several challenges. Stops at the first part that it cannot parse.
 */
export function parseChallenges(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = []
  const text = header.slice(0, MAX_HEADER_CHARACTERS)
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at = pattern.lastIndex
    return match
  }
  for (;;) {
    take(SEPARATORS)
    const word = take(TOKEN)?.[0].toLowerCase()
    if (word === undefined) return challenges
    const value = take(VALUE)
    if (!value) challenges.push({ scheme: word, parameters: new Map() })
    else challenges.at(-1)?.parameters.set(word, value[1]?.replaceAll(/\\(.)/g, '$1') ?? value[2] ?? '')
  }
}
