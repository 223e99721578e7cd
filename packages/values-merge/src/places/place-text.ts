import { isPlain, isTypedPlain, scalarValue, type YamlMap, type YamlNode, type YamlTree } from '@waybill/layer-text'
import type { Place, PlacedText, Unplaced } from './place.ts'

/**
 * Numbers for values, shared by the three texts: equal values have equal numbers, so that comparing two places is
 * cheap.
 */
export type Meanings = Map<string, number>

/** Locates every node in one pass over the nodes. */
export function placeText(tree: YamlTree, meanings: Meanings): PlacedText {
  const lines = tree.text.split('\n')
  const lineStarts: number[] = []
  let at = 0
  for (const line of lines) {
    lineStarts.push(at)
    at += line.length + 1
  }
  const placed: PlacedText = { text: tree.text, lines, lineStarts, roots: [] }
  const placing = { placed, meanings }
  placed.roots = tree.documents.map((node) => {
    const start = Math.max(node.start, 0)
    return place(placing, { node, path: [], parent: undefined, keyStart: start, from: start })
  })
  return placed
}

/** The line that contains an offset. */
function lineAt({ lineStarts }: PlacedText, offset: number): number {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

interface Placing {
  placed: PlacedText
  meanings: Meanings
}

function place(placing: Placing, unplaced: Unplaced): Place {
  const { placed, meanings } = placing
  const { node, path, parent, keyStart, from } = unplaced
  const written = node.kind !== 'scalar' || node.start >= 0
  const reference = referenceEnd(placed.text, node)
  const line = lineAt(placed, keyStart)
  const made: Place = {
    path,
    parent,
    index: parent?.children.length ?? 0,
    keyStart,
    from,
    kind: node.kind === 'alias' ? 'scalar' : node.kind,
    start: written ? valueStart(placed.text, from, node.start) : from,
    end: node.kind === 'scalar' || node.kind === 'alias' ? (written ? node.end : from) : from,
    line,
    endLine: line,
    column: keyStart - (placed.lineStarts[line] ?? 0),
    isFlow: isFlow(placed.text, node),
    meaning: 0,
    children: [],
    byKey: new Map(),
  }
  if (reference !== undefined) return asReference(placing, made, reference)
  if (node.kind === 'map') placeEntries(placing, made, node)
  if (node.kind === 'seq') for (const item of node.items) made.children.push(placeItem(placing, made, item))
  if (node.kind === 'map' || node.kind === 'seq') made.end = collectionEnd(placed.text, made, node.start)
  made.endLine = Math.max(line, lineAt(placed, Math.max(made.end - 1, keyStart)))
  made.meaning = intern(meanings, properties(placed.text, made, node) + meaningOf(placed, made, node))
  return made
}

// An anchor or tag comes between the colon and the value and counts as part of the value.
function valueStart(text: string, from: number, start: number): number {
  let at = from
  while (at < start && /\s/.test(text[at] ?? '')) at += 1
  return text[at] === '&' || text[at] === '!' ? at : start
}

const REFERENCE = /\{\{[^{}\n]*\}\}/y

/** The end of an unquoted reference, which YAML parses as a map whose key is a map. */
function referenceEnd(text: string, { kind, start }: YamlNode): number | undefined {
  if (kind !== 'map') return undefined
  REFERENCE.lastIndex = start
  return REFERENCE.test(text) ? REFERENCE.lastIndex : undefined
}

/** Turns such a map into one scalar, as if it were quoted. */
function asReference({ placed, meanings }: Placing, made: Place, end: number): Place {
  const meaning = intern(meanings, placed.text.slice(made.start, end))
  return { ...made, kind: 'scalar', isFlow: false, end, meaning }
}

function isFlow(text: string, node: YamlNode): boolean {
  return (node.kind === 'map' || node.kind === 'seq') && (text[node.start] === '{' || text[node.start] === '[')
}

function placeEntries(placing: Placing, map: Place, node: YamlMap): void {
  const { text } = placing.placed
  for (const { key, value } of node.entries) {
    const keyEnd = 'end' in key ? key.end : key.start
    const name = key.kind === 'scalar' ? scalarValue(text, key) : text.slice(key.start, keyEnd)
    const colon = text.indexOf(':', keyEnd)
    const from = colon < 0 ? keyEnd : colon + 1
    const child = place(placing, { node: value, path: [...map.path, name], parent: map, keyStart: key.start, from })
    map.children.push(child)
    map.byKey.set(name, child)
  }
}

function placeItem(placing: Placing, list: Place, item: YamlNode): Place {
  const behind = list.children.at(-1)?.end ?? list.from
  const written = item.start >= 0 ? item.start : behind
  const dash = list.isFlow ? -1 : dashFrom(placing.placed.text, behind)
  const keyStart = dash < 0 ? written : dash
  const from = dash < 0 ? written : dash + 1
  return place(placing, { node: item, path: [...list.path, list.children.length], parent: list, keyStart, from })
}

/** The next dash that is not part of a comment, anchor or tag. */
function dashFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '-') return at
    if (text[at] === '#' || text[at] === '&' || text[at] === '!') at = asideEnd(text, at)
  }
  return -1
}

/** The end of the comment, anchor or tag that begins at an offset. */
function asideEnd(text: string, at: number): number {
  const end = text[at] === '#' ? /\n|$/g : /\s|$/g
  end.lastIndex = at
  return end.exec(text)?.index ?? text.length
}

function collectionEnd(text: string, made: Place, start: number): number {
  const last = made.children.at(-1)
  if (!made.isFlow) return last?.end ?? made.from
  const close = text[start] === '{' ? '}' : ']'
  let at = last?.end ?? start + 1
  while (at < text.length && text[at] !== close) {
    if (text[at] === '#') at = asideEnd(text, at)
    at += 1
  }
  return at + 1
}

function properties(text: string, made: Place, node: YamlNode): string {
  return node.start > made.start ? text.slice(made.start, node.start).trim() : ''
}

function meaningOf({ text }: PlacedText, made: Place, node: YamlNode): string {
  if (node.kind === 'map') {
    return `{${made.children
      .map((child) => `${JSON.stringify(child.path.at(-1))}:${child.meaning}`)
      .toSorted()
      .join(',')}`
  }
  if (node.kind === 'seq') return `[${made.children.map((child) => child.meaning).join(',')}`
  if (node.kind === 'alias') return text.slice(node.start, node.end)
  if (node.start < 0) return 'null'
  const value = scalarValue(text, node)
  if (!isPlain(node.event) || !isTypedPlain(value)) return JSON.stringify(value)
  if (/^(?:|~|null)$/i.test(value)) return 'null'
  return /^(?:true|false)$/i.test(value) ? value.toLowerCase() : `n${value}`
}

function intern(meanings: Meanings, key: string): number {
  const known = meanings.get(key) ?? meanings.size
  meanings.set(key, known)
  return known
}
