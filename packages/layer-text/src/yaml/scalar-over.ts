import type { TextRange } from '../text-range.ts'
import type { YamlAlias, YamlScalar, YamlTree } from './yaml-tree.ts'

/** The scalar that contains a range, if any; comments, indicators and block scalar headers belong to none. */
export function scalarOver(tree: YamlTree, range: TextRange): YamlScalar | YamlAlias | undefined {
  const { scalars } = tree
  let low = 0
  let high = scalars.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scalars[middle]?.end ?? 0) > range.start) high = middle
    else low = middle + 1
  }
  const scalar = scalars[low]
  if (!scalar || scalar.start >= range.end) return undefined
  return scalar.kind === 'scalar' && range.end <= scalar.event.valueStart ? undefined : scalar
}

/** Whether only white space surrounds a range in its scalar. Stops at the first other character. */
export function standsAlone(text: string, scalar: YamlScalar, { start, end }: TextRange): boolean {
  let before = start
  while (before > scalar.event.valueStart && isSpace(text, before - 1)) before -= 1
  if (before > scalar.event.valueStart) return false
  let after = end
  while (after < scalar.event.valueEnd && isSpace(text, after)) after += 1
  return after >= scalar.event.valueEnd
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 32 || unit === 9 || unit === 10 || unit === 13
}
