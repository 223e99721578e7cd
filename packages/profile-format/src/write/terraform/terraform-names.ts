/** Longer names are cut, because people read them. */
const MAXIMUM_LENGTH = 60

/** Gives each thing a valid Terraform name that is unique. */
export function createNames(): (...words: string[]) => string {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return (...words) => {
    const base = identifierOf(words)
    let count = counts.get(base) ?? 1
    let name = base
    while (taken.has(name)) name = `${base}_${(count += 1)}`
    counts.set(base, count)
    taken.add(name)
    return name
  }
}

function identifierOf(words: readonly string[]): string {
  const word = words
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, MAXIMUM_LENGTH)
    .replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(word) ? word : `n_${word}`
}
