import type { YamlTree } from '@waybill/layer-text'

const lineStarts = new WeakMap<YamlTree, number[]>()

/** The path of a place in a comment: its line. The lines of a text are counted once, however many places it has. */
export function commentPath(tree: YamlTree, offset: number): string {
  const starts = lineStarts.get(tree) ?? startsOf(tree.text)
  lineStarts.set(tree, starts)
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return `comment[${low}]`
}

/** LF, CRLF and CR end a line. */
function startsOf(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}
