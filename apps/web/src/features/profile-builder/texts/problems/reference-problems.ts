import { findReferences, positionAt } from '@waybill/layer-text'
import type { TextProblem } from './text-problems.ts'

/** What texts can refer to. */
export interface KnownNames {
  variables: ReadonlySet<string>
  /** Null if they are not known; then macros are not checked. */
  macros: ReadonlySet<string> | null
}

/** References to undefined names: the server refuses unknown variables; macros may be defined later. */
export function referenceProblems(text: string, { variables, macros }: KnownNames): TextProblem[] {
  return findReferences(text).flatMap(({ kind, name, start }): TextProblem[] => {
    const place = { offset: start, line: positionAt(text, start).line }
    if (kind === 'var' && !variables.has(name)) {
      return [{ ...place, message: `No variable ${name} is defined in this profile.`, severity: 'error' }]
    }
    if (kind === 'macro' && macros !== null && !macros.has(name)) {
      return [{ ...place, message: `No macro ${name} is defined here.`, severity: 'warning' }]
    }
    return []
  })
}
