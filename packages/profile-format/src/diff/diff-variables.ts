import { diffField, pairByKey } from './diff-fields.ts'
import type { DocumentVariable, VariableOption } from '../document/document.ts'
import type { Change } from '../plan/import-plan.ts'

const FIELDS = [
  'displayName',
  'description',
  'format',
  'inputType',
  'required',
  'hidden',
  'immutable',
  'isSensitive',
] as const satisfies readonly (keyof DocumentVariable)[]

/**
 * Differences of variables by name; never shows defaults, patterns or options of a variable that is sensitive on either
 * side.
 */
export function diffVariables(before: readonly DocumentVariable[], after: readonly DocumentVariable[]): Change[] {
  return pairByKey(before, after, (variable) => variable.name).flatMap((pair) => {
    const path = `variables[${pair.key}]`
    if (pair.before === undefined) return [{ kind: 'added', path }]
    if (pair.after === undefined) return [{ kind: 'removed', path }]
    return diffVariable(path, pair.before, pair.after)
  })
}

function diffVariable(path: string, before: DocumentVariable, after: DocumentVariable): Change[] {
  const isHidden = before.isSensitive || after.isSensitive
  return [
    ...FIELDS.flatMap((field) =>
      diffField({ path: `${path}.${field}`, before: String(before[field]), after: String(after[field]) }),
    ),
    ...diffField({ path: `${path}.defaultValue`, before: before.defaultValue, after: after.defaultValue, isHidden }),
    ...diffField({ path: `${path}.regex`, before: before.regex, after: after.regex, isHidden }),
    ...diffField({
      path: `${path}.options`,
      before: describeOptions(before.options),
      after: describeOptions(after.options),
      isHidden: true,
    }),
  ]
}

/** Only compared, never shown: every field of every option counts. */
function describeOptions(options: readonly VariableOption[]): string {
  return JSON.stringify(options.map((option) => [option.value, option.label, option.description, option.default]))
}
