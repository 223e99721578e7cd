import type { TextRange } from '../text-range.ts'
import { scalarOver } from '../yaml/scalar-over.ts'
import type { YamlTree } from '../yaml/yaml-tree.ts'

/** The text around a mask on its line. */
export interface MaskSurroundings {
  before: string
  after: string
}

/** UTF-16 units on each side: enough to recognise a value, however long its line is. */
const LONGEST = 120

/** The text before and after a mask within its scalar, as written, on the same line. */
export function aroundMask(tree: YamlTree, { start, end }: TextRange): MaskSurroundings {
  const scalar = scalarOver(tree, { start, end })
  const { valueStart, valueEnd } = scalar?.kind === 'scalar' ? scalar.event : { valueStart: start, valueEnd: end }
  const before = tree.text.slice(Math.max(valueStart, start - LONGEST), start)
  const after = tree.text.slice(end, Math.min(valueEnd, end + LONGEST))
  return {
    before: before.slice(before.lastIndexOf('\n') + 1).trimStart(),
    after: (after.split(/[\r\n]/, 1)[0] ?? '').trimEnd(),
  }
}
