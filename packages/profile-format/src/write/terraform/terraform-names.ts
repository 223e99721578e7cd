/** Longer ones are cut: names are read by people. */
const MAXIMUM_LENGTH = 60

/** Gives each thing a name that Terraform takes and no other thing has. */
export function createNames(): (...words: string[]) => string {
  const taken = new Set<string>()
  return (...words) => {
    const base = identifierOf(words)
    let name = base
    for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`
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
