import { decodeText } from './decode-text.ts'
import { BEGINS_AS_JSON, detectKind, detectTextKind, layersElsewhere, type DocumentKind } from './detect-kind.ts'
import { readShape } from '../document/shape-document.ts'
import type { ProfileDocument } from '../document/document.ts'
import { createProblemLog, type ProblemLog } from '../problems/problem-log.ts'
import type { Problem } from '../problems/problems.ts'
import { readTree, type DocumentFormat } from './read-tree.ts'
import { plainValue } from './tree-value.ts'
import { childOf, isNull, type TreeNode } from './tree.ts'

/** How a file is read. */
export interface ReadOptions {
  /** `auto` treats a file that begins with a brace or bracket as JSON, any other as YAML. */
  format: DocumentFormat | 'auto'
}

/** What was read from a file, and what is wrong with it. */
export interface ReadResult {
  /** Null only when no document can be built. A document may be present even when some problems are errors. */
  document: ProfileDocument | null
  format: DocumentFormat
  looksLike: DocumentKind
  /** All problems at once, in document order, with line and column. */
  problems: Problem[]
  /** The top-level `decisions` that a caller of the import may send along; not checked here. */
  decisions?: unknown
}

/**
 * Reads a file as a cluster profile document. Never throws on any input, never quotes it, and takes time linear in its
 * size.
 */
export function readDocument(input: Uint8Array, { format }: ReadOptions): ReadResult {
  const log = createProblemLog()
  const text = decodeText(input, log)
  const guessed = BEGINS_AS_JSON.test(text ?? '') ? 'json' : 'yaml'
  const actual = format === 'auto' ? guessed : format
  const result = text === null ? { document: null, looksLike: 'unknown' as const } : readText(text, actual, log)
  return { ...result, format: actual, problems: log.finish(text ?? '') }
}

/**
 * Kinds recognised by the first line: parsed as YAML such a file could pass for something else, as JSON it would just
 * be malformed.
 */
const KINDS_BY_TEXT: Readonly<Record<DocumentFormat, readonly DocumentKind[]>> = {
  json: ['key', 'http-answer'],
  yaml: ['key', 'http-answer', 'markup', 'terraform-configuration'],
}

type TextResult = Pick<ReadResult, 'document' | 'looksLike' | 'decisions'>

function readText(text: string, format: DocumentFormat, log: ProblemLog): TextResult {
  if (!/\S/.test(text)) {
    log.report('Empty', { path: [] })
    return { document: null, looksLike: 'unknown' }
  }
  const textKind = detectTextKind(text)
  if (KINDS_BY_TEXT[format].includes(textKind)) return refuseKind(textKind, log)
  const root = readTree(text, format, { log, looksLike: textKind })
  return root === null ? { document: null, looksLike: textKind } : readRoot(root, log)
}

function readRoot(root: TreeNode, log: ProblemLog): TextResult {
  const looksLike = detectKind(root)
  if (looksLike !== 'cluster-profile') return refuseKind(looksLike, log, layersElsewhere(root))
  const decisions = childOf(root, 'decisions')
  const document = readShape(root, log)
  if (decisions === undefined || isNull(decisions)) return { document, looksLike }
  return { document, looksLike, decisions: plainValue(decisions) }
}

function refuseKind(looksLike: DocumentKind, log: ProblemLog, layersAt?: string): TextResult {
  log.report('NotAProfile', { path: [], params: { looksLike, ...(layersAt !== undefined && { layersAt }) } })
  return { document: null, looksLike }
}
