import { checkVariables, problemMessage } from '@waybill/profile-format'
import type { DraftVariable } from '../state/variable-texts.ts'

export interface VariableProblem {
  /** Its index in the list. */
  index: number
  /** `defaultValue`, `regex`, `options[0].value` … */
  field: string
  message: string
  severity: 'error' | 'warning'
}

const PLACE = /^spec\.variables\[(\d+)\]\.(.*)$/

/** Problems in the variables of a profile, by the server's rules. */
export function variableProblems(variables: readonly DraftVariable[]): VariableProblem[] {
  return checkVariables(variables).flatMap((problem) => {
    const [, index, field = ''] = PLACE.exec(problem.path) ?? []
    if (index === undefined) return []
    const severity = problem.severity === 'error' ? 'error' : 'warning'
    return [{ index: Number(index), field, message: problemMessage(problem), severity } as const]
  })
}

/** Why a variable would refuse a value; empty if it accepts it. */
export function whyNotValue(variable: DraftVariable, value: string): string {
  if (value === '') return variable.required ? 'A value is required.' : ''
  const problems = checkVariables([{ ...variable, defaultValue: value }])
  const reason = problems.find(({ path }) => path.endsWith('.defaultValue'))?.params['reason']
  switch (reason) {
    case undefined:
      return problems.some(({ code }) => code === 'RegexInvalid') ? 'The pattern itself is not valid.' : ''
    case 'default-format':
      return `This is not a valid ${variable.format}.`
    case 'default-regex':
      return 'The pattern does not match this.'
    case 'default-not-an-option':
      return 'This is not one of the options.'
    default:
      return 'A value cannot refer to another variable.'
  }
}
