import { DEFAULT_LIMITS } from './limits.ts'
import type { Limits } from './limits.ts'
import type { Problem, TextPosition } from './problems.ts'
import { parseYaml } from './yaml-parse.ts'
import type { YamlFault } from './yaml-tree.ts'

/**
 * What is wrong with one YAML text at `path` of a document: `YamlLimit` (alone) or up to 20 `YamlInvalid`, in the
 * order of the text. Params are `{ limit, name }` and `{ reason }`; nothing of the text is quoted. Plain `********`
 * is the mask and no alias; an empty text is fine.
 */
export function checkYamlText(text: string, path: string, limits: Limits = DEFAULT_LIMITS): Problem[] {
  const parsed = parseYaml(text, limits)
  return 'tree' in parsed ? [] : faultProblems(parsed.faults, text).map((problem) => ({ ...problem, path }))
}

/** The faults of a text as problems, for whatever place it stands at. */
export function faultProblems(faults: readonly YamlFault[], text: string): Omit<Problem, 'path'>[] {
  return faults.map((fault) => {
    const position = positionAt(text, fault.offset)
    return fault.kind === 'limit'
      ? { code: 'YamlLimit', severity: 'error', position, params: { limit: fault.limit, name: fault.name } }
      : { code: 'YamlInvalid', severity: 'error', position, params: { reason: fault.reason } }
  })
}

/** Line and column (from 1) of an offset; LF, CRLF and CR end a line. */
export function positionAt(text: string, offset: number): TextPosition {
  let line = 1
  let lineStart = 0
  for (let at = 0; at < offset; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit !== 10 && !(unit === 13 && text.charCodeAt(at + 1) !== 10)) continue
    line += 1
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1, offset }
}
