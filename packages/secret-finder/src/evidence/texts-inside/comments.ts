import { scalarOver, type TextRange, type YamlTree } from '@waybill/layer-text'
import type { Hit } from '../hit.ts'
import { namesCredential } from '../key-names/name-sense.ts'
import { freeText } from '../structure/free-text.ts'
import { isTyped } from '../structure/rules/rule.ts'

const COMMENT = /(?:^|[ \t])#[^\r\n]*/gm
/**
 * In comments only text that looks generated counts: eight characters in a row with digits and letters, or mixed case.
 */
const MADE = /(?<!\S)(?=\S{0,80}\d)(?=\S{0,80}[A-Za-z])\S{8}|[=:"' ][A-Za-z]{0,40}[a-z][A-Z][A-Za-z]{0,40}[a-z][A-Z]/

/**
 * Applies the rules for free text to comments: to each line that may contain a secret, with the line before it, which
 * may name it.
 */
export function findInComments(tree: YamlTree): Hit[] {
  if (!tree.text.includes('#')) return []
  const { lines, passages } = readComments(tree)
  return [...inPassages(tree.text, passages), ...lines.flatMap((line) => formerValue(tree.text, line))]
}

/** The lines that may contain a secret, and the passages to read for them: adjacent lines form one passage. */
function readComments(tree: YamlTree): { lines: TextRange[]; passages: TextRange[] } {
  const lines: TextRange[] = []
  const passages: TextRange[] = []
  let above: TextRange | undefined
  for (const comment of tree.text.matchAll(COMMENT)) {
    const mark = comment.index + comment[0].indexOf('#')
    const line = { start: comment.index, end: comment.index + comment[0].length }
    const before = above && isNextLine(tree.text, above, line) ? above : undefined
    above = line
    if (!MADE.test(comment[0]) || !isComment(tree, mark)) continue
    lines.push(line)
    const last = passages.at(-1)
    if (before && last && last.end >= before.start) last.end = line.end
    else passages.push({ start: before?.start ?? line.start, end: line.end })
  }
  return { lines, passages }
}

/** Separates passages; no rule matches across it. */
const APART = '\n\n'

/** Applies the rules to all passages at once, as one text, because starting a rule costs more than continuing it. */
function inPassages(text: string, passages: readonly TextRange[]): Hit[] {
  const hits = freeText(passages.map(({ start, end }) => text.slice(start, end)).join(APART), true)
  const inOrder = hits.toSorted((one, other) => one.start - other.start)
  const placed: Hit[] = []
  let next = 0
  let from = 0
  for (const { start, end } of passages) {
    const until = from + end - start
    for (let hit = inOrder[next]; hit && hit.start < until; hit = inOrder[++next]) {
      if (hit.start >= from && hit.end <= until)
        placed.push({ ...hit, start: hit.start - from + start, end: hit.end - from + start })
    }
    from = until + APART.length
  }
  return placed
}

const FORMER =
  /#[ \t]{0,4}(?:was|old|before|previously|formerly|war|vorher|früher|now)\b[ \t:]{1,4}["'`]?([^\s"'`,;]{8,128})/i
const KEY_BEFORE = /(?:^|[\s{,"'-])([\w.-]{2,80})["']?:[ \t][^\r\n]{0,200}$/

/** Finds a former value in a comment after a value: `password: "" # was x`. */
function formerValue(text: string, { start, end }: TextRange): Hit[] {
  const former = FORMER.exec(text.slice(start, end))
  const value = former?.[1]
  if (!former || value === undefined || !isTyped(value)) return []
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 300), start)
  if (!namesCredential(KEY_BEFORE.exec(line)?.[1] ?? '')) return []
  const at = start + former.index + former[0].lastIndexOf(value)
  return [{ start: at, end: at + value.length, reason: 'key-name', strength: 'likely' }]
}

function isNextLine(text: string, before: TextRange, line: TextRange): boolean {
  return line.start - before.end < 80 && text.slice(before.end, line.start).trim() === ''
}

function isComment(tree: YamlTree, mark: number): boolean {
  return scalarOver(tree, { start: mark, end: mark + 1 }) === undefined
}
