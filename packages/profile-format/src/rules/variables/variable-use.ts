import type { DocumentVariable } from '../../document/document.ts'
import type { ReferenceUse } from '../../plan/plan-references.ts'
import { warningAt } from '../../problems/problem-at.ts'
import type { Problem } from '../../problems/problems.ts'

/**
 * Compares the variables that texts use with those that the profile defines: one error per undefined name, at its first
 * use (Palette refuses such a profile with the same code), and one warning per variable that is never used.
 */
export function checkVariableUse(
  variables: readonly DocumentVariable[],
  uses: ReadonlyMap<string, ReferenceUse>,
): Problem[] {
  const defined = new Set(variables.map((variable) => variable.name))
  const undefinedUses = [...uses.values()].filter((use) => !defined.has(use.name))
  const unused = variables.flatMap((variable, index) =>
    uses.has(variable.name)
      ? []
      : [warningAt(`spec.variables[${index}].name`, 'VariableUnused', { variable: variable.name })],
  )
  return [...undefinedUses.map(undefinedVariable), ...unused]
}

function undefinedVariable({ name, path, position, usedIn }: ReferenceUse): Problem {
  return { code: 'PackVariablesUndefined', severity: 'error', path, position, params: { variable: name, usedIn } }
}
