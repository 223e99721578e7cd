import { findYamlFaults, parseYaml, positionAt, type YamlFault, type YamlTree } from '@waybill/layer-text'
import type { Problem } from '../problems/problems.ts'

/** A problem in a text, without the path of that text in the document. */
export type TextProblem = Omit<Problem, 'path'>

/**
 * Checks one YAML text: one `YamlLimit`, or up to 20 `YamlInvalid` in the order of the text. Nothing of the text is
 * quoted. Plain `********` is the mask, not an alias, and an empty text is valid. A duplicate key is only a warning,
 * because every reader takes the last value.
 */
export function checkYamlText(text: string): TextProblem[] {
  const { faults, duplicates } = findYamlFaults(text)
  return faults.length > 0 ? faults.map((fault) => faultProblem(fault, text)) : duplicateProblems(duplicates, text)
}

/**
 * Like `checkYamlText`, but also returns the tree, for further checks; the tree is absent when the text cannot be
 * parsed.
 */
export function readYamlText(text: string): { tree?: YamlTree; problems: TextProblem[] } {
  const parsed = parseYaml(text)
  if (!('tree' in parsed)) return { problems: parsed.faults.map((fault) => faultProblem(fault, text)) }
  const { tree } = parsed
  return { tree, problems: duplicateProblems(tree.duplicates, text) }
}

const duplicateProblems = (faults: readonly YamlFault[], text: string): TextProblem[] =>
  faults.map((fault) => ({ ...faultProblem(fault, text), severity: 'warning' }))

function faultProblem(fault: YamlFault, text: string): TextProblem {
  const position = positionAt(text, fault.offset)
  return fault.kind === 'limit'
    ? { code: 'YamlLimit', severity: 'error', position, params: { limit: fault.limit, name: fault.name } }
    : { code: 'YamlInvalid', severity: 'error', position, params: { reason: fault.reason } }
}
