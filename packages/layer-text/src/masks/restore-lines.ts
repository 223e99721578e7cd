import { MASK } from './mask.ts'

/** Three versions of a text: as the client sent it, as it was shown with masks, and as it is stored. */
export interface MaskedEdit {
  sent: string
  shown: string
  stored: string
}

/**
 * Restores masks that have no path: in comments, and in lines of a longer text. A line sent exactly as it was shown is
 * restored to the stored line that equals it apart from the masks. If several stored lines match, only comment lines
 * are restored, in their order, and only if none were added or removed; otherwise a value could end up in the wrong
 * line.
 */
export function restoreLines({ sent, shown, stored }: MaskedEdit, isMeant: (line: number) => boolean = () => true) {
  const shownLines = shown.split('\n')
  const storedLines = stored.split('\n')
  const sentLines = sent.split('\n')
  const behind = new Map<string, string[]>()
  const restored = sentLines.map((line, index) => {
    if (!line.includes(MASK) || !isMeant(index)) return line
    const count = shownLines.filter((each) => each === line).length
    if (!behind.has(line)) behind.set(line, linesBehind(line, storedLines))
    const candidates = behind.get(line) ?? []
    const isOne = count > 0 && new Set(candidates).size === 1
    const isCounted = [candidates, sentLines.filter((each) => each === line)].every(({ length }) => length === count)
    if (isOne) return candidates[0] ?? line
    const before = sentLines.slice(0, index).filter((each) => each === line).length
    return isCounted && /^\s*#/.test(line) ? (candidates[before] ?? line) : line
  })
  return restored.join('\n')
}

/** The stored lines that a masked line may hide: the same text around its masks, and something in place of each. */
function linesBehind(line: string, storedLines: readonly string[]): string[] {
  const [first = '', ...rest] = line.split(MASK)
  return storedLines.filter((stored) => {
    let at = stored.startsWith(first) ? first.length : stored.length
    return rest.every((piece, index) => {
      const found = index === rest.length - 1 ? stored.length - piece.length : stored.indexOf(piece, at + 1)
      const fits = found > at && stored.startsWith(piece, found)
      at = found + piece.length
      return fits
    })
  })
}
