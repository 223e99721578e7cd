import type { YamlTree } from './yaml/yaml-tree.ts'

const breaks = new WeakMap<YamlTree, readonly number[]>()

/** The line (from 1) of an offset; LF, CRLF and CR end a line. The line breaks of a tree's text are collected once. */
export function lineOf(tree: YamlTree, offset: number): number {
  const known = breaks.get(tree) ?? [...tree.text.matchAll(/\n|\r(?!\n)/g)].map(({ index }) => index)
  breaks.set(tree, known)
  let low = 0
  let high = known.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((known[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low + 1
}
