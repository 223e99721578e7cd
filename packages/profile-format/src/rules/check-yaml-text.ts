import { parseYaml, positionAt, type YamlFault } from '@waybill/layer-text'
import { DEFAULT_LIMITS, type Limits } from '../limits.ts'
import type { Problem } from '../problems/problems.ts'

/**
 * What is wrong with one YAML text at `path` of a document: `YamlLimit` (alone) or up to 20 `YamlInvalid`, in the
 * order of the text. Params are `{ limit, name }` and `{ reason }`; nothing of the text is quoted. Plain `********`
 * is the mask and no alias; an empty text is fine.
 */
export function checkYamlText(text: string, path: string, limits: Limits = DEFAULT_LIMITS): Problem[] {
  const parsed = parseYaml(text, limits)
  const faults = 'tree' in parsed ? parsed.tree.duplicates : parsed.faults
  return faultProblems(faults, text).map((problem) => ({ ...problem, path }))
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
