import { findYamlFaults, parseYaml, positionAt, type YamlFault, type YamlTree } from '@waybill/layer-text'
import type { Problem } from '../problems/problems.ts'

/** A problem of a text, for whatever place the text stands at. */
export type TextProblem = Omit<Problem, 'path'>

/**
 * What is wrong with one YAML text: `YamlLimit` (alone) or up to 20 `YamlInvalid`, in the order of the text; nothing of it is
 * quoted. Plain `********` is the mask and no alias; an empty text is fine. A key that stands twice is a warning, as every
 * reader takes the last.
 */
export function checkYamlText(text: string): TextProblem[] {
  const { faults, duplicates } = findYamlFaults(text)
  return faults.length > 0 ? faults.map((fault) => faultProblem(fault, text)) : duplicateProblems(duplicates, text)
}

/** The same of a text that there is more to say of than that, with its tree where it has one. */
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
