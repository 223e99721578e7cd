import { RE2JS } from 're2js'
import type { SchemaExpression } from './schema-expression.ts'
import type { CompiledRegex, RegexBudget } from '../../rules/regex-check.ts'
import { compileRegex } from '../../rules/regex-check.ts'
import type { Problem } from '../../problems/problems.ts'
import { hasVariableFormat } from '../../rules/variables/variable-format.ts'

/**
 * How a value breaks the format of its path: params of `PackValueInvalid`. They contain only text of the pack's schema.
 */
export type FormatFault = Pick<Problem, 'params'>['params']

/** Returns how a value breaks a format; undefined when it fits or that cannot be decided. */
export type FormatTest = (value: string) => FormatFault | undefined

/** No real format is longer, and reading one must stay cheap. */
const MAXIMUM_FORMAT = 1_024
const ATOM = /\$\{\s*([A-Za-z0-9]+)\s*(?::(\s*\/(?:[^\\/]|\\[^])*\/\s*|\s*\[[^\]]*\]\s*|[^}]*))?\}/g
/** The patterns built here may be longer than those that users may write. */
const PATTERN_CHARACTERS = 16_384
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
/** Patterns for the atoms of a template; any other atom matches one or more characters. */
const ATOM_PATTERNS = new Map([
  ['number', '[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)'],
  ['boolean', '(?:true|false)'],
  ['ipv4', `${OCTET}[.]${OCTET}[.]${OCTET}[.]${OCTET}`],
  ['version', 'v?[0-9]+(?:[.][0-9]+)?(?:[.][0-9]+)?(?:[.][0-9]+)?(?:[-+][0-9A-Za-z._+-]+)?'],
])

/**
 * Builds the test for one `format`: the type of its only atom with its pattern, range or choices, or the literal parts
 * and atoms of a longer template. Undefined for a format that fits every value, and for one that cannot be read or
 * compiled, which is the fault of the pack, not of the value.
 */
export function formatTest(expression: SchemaExpression, budget: RegexBudget): FormatTest | undefined {
  const { format, type, regex, range, listOptions } = expression
  if (format === '' || format.length > MAXIMUM_FORMAT) return undefined
  if (isTemplate(format)) return templateTest(format, budget)
  if (regex !== undefined) return patternTest(regex, budget)
  if (range !== undefined) return rangeTest(range)
  if (type === 'list') return listOptions.length === 0 ? undefined : listTest(listOptions)
  const isOfType = TYPES.get(type)
  return isOfType && ((value) => (isOfType(value) ? undefined : { reason: 'type', expected: type }))
}

const TYPES = new Map<string, (value: string) => boolean>([
  ['number', isNumber],
  ['boolean', (value) => /^(?:true|false)$/i.test(value)],
  ['ipv4', (value) => hasVariableFormat(value, 'ipv4')],
  ['version', (value) => hasVariableFormat(value, 'version')],
])

/** YAML also writes numbers in octal and hexadecimal. */
function isNumber(value: string): boolean {
  return hasVariableFormat(value, 'number') || /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/.test(value)
}

function rangeTest({ min, max }: { min: number; max: number }): FormatTest {
  return (value) => {
    if (!isNumber(value)) return { reason: 'type', expected: 'number' }
    return Number(value) >= min && Number(value) <= max ? undefined : { reason: 'range', min, max }
  }
}

function listTest(allowed: readonly string[]): FormatTest {
  return (value) => (allowed.includes(value) ? undefined : { reason: 'list', allowed })
}

function patternTest(pattern: string, budget: RegexBudget): FormatTest | undefined {
  const compiled = compileRegex({ pattern, budget })
  return typeof compiled === 'string' ? undefined : matchTest(compiled, { reason: 'pattern', pattern })
}

function matchTest({ matches }: CompiledRegex, fault: FormatFault): FormatTest {
  return (value) => (matches(value) === false ? fault : undefined)
}

function isTemplate(format: string): boolean {
  return !format.startsWith('${') || !format.endsWith('}') || format.indexOf('${', 2) >= 0
}

function templateTest(format: string, budget: RegexBudget): FormatTest | undefined {
  const pattern = `^(?s:${templatePattern(format)})$`
  const compiled = compileRegex({ pattern, longest: PATTERN_CHARACTERS, budget })
  return typeof compiled === 'string' ? undefined : matchTest(compiled, { reason: 'template', format })
}

function templatePattern(format: string): string {
  let pattern = ''
  let at = 0
  for (const atom of format.matchAll(ATOM)) {
    const [whole, type = '', argument = ''] = atom
    pattern += RE2JS.quote(format.slice(at, atom.index)) + atomPattern(type, argument.trim())
    at = atom.index + whole.length
  }
  return pattern + RE2JS.quote(format.slice(at))
}

function atomPattern(type: string, argument: string): string {
  // The template matches as a whole, so anchors in a part are redundant.
  if (/^\/[^]*\/$/.test(argument)) return `(?:${argument.slice(1, -1).replace(/^\^/, '').replace(/\$$/, '')})`
  if (type === 'list' && argument.startsWith('[')) return `(?:${listPattern(argument.slice(1, -1))})`
  return ATOM_PATTERNS.get(type) ?? '.+'
}

function listPattern(options: string): string {
  return options
    .split(',')
    .map((option) => RE2JS.quote(option.trim()))
    .join('|')
}
