import type { TextRange } from './text-range.ts'

/** What a reference in double braces refers to. */
export type ReferenceKind = 'macro' | 'system' | 'pack' | 'var'

/** A `{{ .spectro.… }}` expression. */
export interface Reference extends TextRange {
  kind: ReferenceKind
  name: string
  /** Everything from the first `|` on, trimmed; empty without one. */
  pipeline: string
}

/** The grammar of a reference up to its pipeline. Adjacent parts share no characters, so it never backtracks. */
const HEAD = /\{\{-?\s*\.spectro\.(macro|system|pack|var)\.([A-Za-z0-9_.-]+)\s*/y

/**
 * Finds every `{{ .spectro.… }}` in a text, in order, in linear time: a pipeline ends at the next brace, and the search
 * continues after each match, so that nothing inside a reference is read as another one.
 */
export function findReferences(text: string): Reference[] {
  const references: Reference[] = []
  if (!text.includes('.spectro.')) return references
  let at = text.indexOf('{{')
  while (at >= 0) {
    const reference = readReference(text, at)
    if (reference) references.push(reference)
    at = text.indexOf('{{', reference ? reference.end : at + 1)
  }
  return references
}

/** Whether a scalar's text is a single reference and nothing else, and so contains no secret. */
export function isReferenceOnly(value: string): boolean {
  const trimmed = value.trim()
  return trimmed.startsWith('{{') && readReference(trimmed, 0)?.end === trimmed.length
}

function readReference(text: string, start: number): Reference | undefined {
  HEAD.lastIndex = start
  const head = HEAD.exec(text)
  if (!head) return undefined
  const [matched, kind, name] = head
  if (!isKind(kind) || name === undefined) return undefined
  let close = start + matched.length
  while (close < text.length && text[close] !== '{' && text[close] !== '}') close += 1
  if (!text.startsWith('}}', close)) return undefined
  const rest = text.slice(start + matched.length, close)
  const pipeline = rest.endsWith('-') ? rest.slice(0, -1) : rest
  if (pipeline !== '' && !isPipeline(rest)) return undefined
  return { start, end: close + 2, kind, name, pipeline: pipeline.trim() }
}

function isPipeline(rest: string): boolean {
  const [before, ...parts] = rest.split('|')
  return before === '' && parts.every((part) => part !== '')
}

function isKind(kind: string | undefined): kind is ReferenceKind {
  return kind === 'macro' || kind === 'system' || kind === 'pack' || kind === 'var'
}
