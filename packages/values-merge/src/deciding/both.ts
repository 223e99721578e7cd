import type { Place, PlacedText } from '../places/place.ts'
import { movedSource, shiftedLine, sourceOf } from '../places/written-value.ts'

interface Texts {
  mine: PlacedText
  theirs: PlacedText
}

/** Mine followed by the items, keys or lines that only theirs has. Undefined when the two cannot be combined. */
export function bothOf(texts: Texts, m: Place, t: Place): string | undefined {
  if (m.kind !== t.kind) return undefined
  return m.kind === 'scalar' ? bothTexts(texts, m, t) : bothCollections(texts, m, t)
}

function bothTexts(texts: Texts, m: Place, t: Place): string | undefined {
  const mine = movedSource(texts.mine, m, t.column).split('\n')
  const theirs = sourceOf(texts.theirs, t).split('\n')
  if (![mine, theirs].every(([first]) => /^\s*[|>]/.test(first ?? ''))) return undefined
  const known = new Set(mine.map((line) => line.trim()))
  const indentation = (line: string) => line.length - line.trimStart().length
  const by = indentation(mine[1] ?? '') - indentation(theirs[1] ?? '')
  const more = theirs.slice(1).filter((line) => line.trim() !== '' && !known.has(line.trim()))
  if (more.length === 0) return undefined
  const end = mine.findLastIndex((line) => line.trim() !== '') + 1
  return [...mine.slice(0, end), ...more.map((line) => shiftedLine(line, by)), ...mine.slice(end)].join('\n')
}

function bothCollections(texts: Texts, m: Place, t: Place): string | undefined {
  const [first, other] = [m.children[0], t.children[0]]
  if (!first || !other || m.isFlow || t.isFlow || first.line === m.line || other.line === t.line) return undefined
  const known = new Set(m.children.map(identityOf))
  const missing = t.children.filter((child) => !known.has(identityOf(child)))
  if (missing.length === 0) return undefined
  const column = first.column + t.column - m.column
  const lines = missing.flatMap((child) =>
    texts.theirs.lines.slice(child.line, child.endLine + 1).map((line) => shiftedLine(line, column - child.column)),
  )
  return [movedSource(texts.mine, m, t.column), ...lines].join('\n')
}

const identityOf = (place: Place): string | number =>
  place.parent?.kind === 'map' ? (place.path.at(-1) ?? '') : place.meaning
