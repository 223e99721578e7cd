import { MASK } from '@waybill/layer-text'
import { LIMITS } from '../../limits.ts'
import type { DocumentVariable, VariableOption } from '../../document/document.ts'
import { errorAt, warningAt } from '../../problems/problem-at.ts'
import type { Problem } from '../../problems/problems.ts'
import type { RegexBudget } from '../regex-check.ts'
import { checkRegex, createRegexBudget } from '../regex-check.ts'
import { hasVariableFormat } from './variable-format.ts'

/** The names that `{{.spectro.var.<name>}}` can refer to. */
const VARIABLE_NAME = /^[A-Za-z0-9_.-]+$/
const REFERENCE = /\{\{-?\s*\.spectro\./
/** A variable cannot refer to other variables. */
const VARIABLE_REFERENCE = /\{\{-?\s*\.spectro\.var\./

/** Why a variable is invalid: the `reason` of `VariableInvalid`. */
export type VariableReason =
  | 'name'
  | 'options-missing'
  | 'options-unused'
  | 'option-default-repeated'
  | 'option-format'
  | 'default-missing-hidden'
  | 'default-missing-immutable'
  | 'default-not-an-option'
  | 'default-format'
  | 'default-regex'
  | 'default-reference'

interface VariablePlace {
  variable: DocumentVariable
  path: string
}

/**
 * Checks profile variables: unique names and display names, options, default values that fit format, options and
 * pattern, and patterns in RE2. A mask is not a value, so no rule applies to it.
 */
export function checkVariables(variables: readonly DocumentVariable[]): Problem[] {
  const budget = createRegexBudget()
  return [
    ...checkUnique(variables, 'name', 'variable'),
    ...checkUnique(variables, 'displayName', 'display name'),
    ...variables.flatMap((variable, index) => checkVariable({ variable, path: `spec.variables[${index}]` }, budget)),
  ]
}

function checkUnique(variables: readonly DocumentVariable[], field: 'name' | 'displayName', what: string): Problem[] {
  const seen = new Set<string>()
  return variables.flatMap((variable, index) => {
    const name = variable[field]
    if (name === '') return []
    if (seen.has(name)) return [errorAt(`spec.variables[${index}].${field}`, 'DuplicateName', { name, what })]
    seen.add(name)
    return []
  })
}

function checkVariable(place: VariablePlace, budget: RegexBudget): Problem[] {
  return [
    ...checkName(place),
    ...checkOptions(place),
    ...checkPresence(place),
    ...checkDefault(place),
    ...checkPattern(place, budget),
  ]
}

function invalid({ variable, path }: VariablePlace, field: string, reason: VariableReason): Problem {
  return errorAt(`${path}.${field}`, 'VariableInvalid', { variable: variable.name, reason })
}

function checkName(place: VariablePlace): Problem[] {
  return VARIABLE_NAME.test(place.variable.name) ? [] : [invalid(place, 'name', 'name')]
}

function checkOptions(place: VariablePlace): Problem[] {
  const { inputType, options, format, name } = place.variable
  if (inputType !== 'dropdown') {
    const params = { variable: name, reason: 'options-unused' satisfies VariableReason }
    return options.length === 0 ? [] : [warningAt(`${place.path}.options`, 'VariableInvalid', params)]
  }
  if (options.length === 0) return [invalid(place, 'options', 'options-missing')]
  const problems = options.flatMap((option, index) =>
    isKnownValue(option.value) && !hasVariableFormat(option.value, format)
      ? [invalid(place, `options[${index}].value`, 'option-format')]
      : [],
  )
  const defaults = options.filter((option) => option.default)
  return defaults.length > 1 ? [...problems, invalid(place, 'options', 'option-default-repeated')] : problems
}

function checkPresence(place: VariablePlace): Problem[] {
  const { required, hidden, immutable, options, defaultValue } = place.variable
  if (defaultValue !== '' || options.some((option) => option.default)) return []
  if (required && hidden) return [invalid(place, 'defaultValue', 'default-missing-hidden')]
  return immutable ? [invalid(place, 'defaultValue', 'default-missing-immutable')] : []
}

function checkDefault(place: VariablePlace): Problem[] {
  const { defaultValue, inputType, options, format } = place.variable
  if (VARIABLE_REFERENCE.test(defaultValue)) return [invalid(place, 'defaultValue', 'default-reference')]
  if (!isKnownValue(defaultValue)) return []
  const option = inputType === 'dropdown' ? findOption(options, defaultValue) : undefined
  if (inputType === 'dropdown' && option === undefined && !options.some((each) => each.value === MASK)) {
    return [invalid(place, 'defaultValue', 'default-not-an-option')]
  }
  // A default that is an option's label means the option's value, which is checked with the options.
  if (option !== undefined || hasVariableFormat(defaultValue, format)) return []
  return [invalid(place, 'defaultValue', 'default-format')]
}

/**
 * Palette's documentation says the default is an option's label, its console and schema use the value: both are
 * accepted.
 */
function findOption(options: readonly VariableOption[], defaultValue: string): VariableOption | undefined {
  return options.find((option) => option.value === defaultValue || option.label === defaultValue)
}

function checkPattern(place: VariablePlace, budget: RegexBudget): Problem[] {
  const { regex: pattern, defaultValue, inputType, name } = place.variable
  if (pattern === '' || pattern === MASK) return []
  const subject = inputType !== 'dropdown' && isKnownValue(defaultValue) ? defaultValue : undefined
  const verdict = checkRegex({ pattern, subject, budget })
  if (verdict === 'valid') return []
  if (verdict === 'no-match') return [invalid(place, 'defaultValue', 'default-regex')]
  return [
    errorAt(`${place.path}.regex`, 'RegexInvalid', { variable: name, reason: verdict, limit: LIMITS.regexCharacters }),
  ]
}

/** False for a mask, and for what only a cluster knows. */
function isKnownValue(value: string): boolean {
  return value !== '' && value !== MASK && !REFERENCE.test(value)
}
