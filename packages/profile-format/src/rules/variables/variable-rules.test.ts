import { describe, expect, it } from 'vitest'
import {
  EMPTY_VARIABLE,
  type DocumentVariable,
  type VariableFormat,
  type VariableOption,
} from '../../document/document.ts'
import { patternsOutOfProportion } from '@waybill/layer-text/testing/patterns-out-of-proportion'
import { problemMessage } from '../../problems/problem-message.ts'
import { hasVariableFormat } from './variable-format.ts'
import { checkVariables } from './variable-rules.ts'

function variableOf(overrides: Partial<DocumentVariable> = {}): DocumentVariable {
  return { ...EMPTY_VARIABLE, name: 'region', ...overrides }
}

const option = (value: string, overrides: Partial<VariableOption> = {}): VariableOption => ({
  value,
  label: `Label of ${value}`,
  description: '',
  default: false,
  ...overrides,
})

function problemsOf(...variables: DocumentVariable[]): string[] {
  return checkVariables(variables).map(({ code, path, params }) =>
    `${code} ${path} ${String(params['reason'] ?? '')}`.trim(),
  )
}

describe('checkVariables', () => {
  it('accepts an optional variable with nothing set', () => {
    expect(problemsOf(variableOf())).toEqual([])
  })

  it('refuses duplicate names and duplicate display names', () => {
    const variables = [
      variableOf({ displayName: 'Region' }),
      variableOf(),
      variableOf({ name: 'other', displayName: 'Region' }),
    ]
    expect(problemsOf(...variables)).toEqual([
      'DuplicateName spec.variables[1].name',
      'DuplicateName spec.variables[2].displayName',
    ])
  })

  it('names a repeated display name, not the variable that repeats it', () => {
    const variables = [variableOf({ displayName: 'Region' }), variableOf({ name: 'other', displayName: 'Region' })]
    expect(checkVariables(variables).map(problemMessage)).toEqual([
      'The display name "Region" is used more than once; rename all but one.',
    ])
  })

  it.each<[string, Partial<DocumentVariable>, string]>([
    ['a name that nothing can refer to', { name: 'a b' }, 'name name'],
    ['a dropdown without options', { inputType: 'dropdown' }, 'options options-missing'],
    ['options without a dropdown', { options: [option('a')] }, 'options options-unused'],
    [
      'a required hidden variable without a default',
      { required: true, hidden: true },
      'defaultValue default-missing-hidden',
    ],
    ['a read-only variable without a default', { immutable: true }, 'defaultValue default-missing-immutable'],
    ['a default of another format', { format: 'number', defaultValue: 'x' }, 'defaultValue default-format'],
    ['a default that the pattern does not match', { regex: '^a$', defaultValue: 'b' }, 'defaultValue default-regex'],
    ['a default that refers to a variable', { defaultValue: '{{.spectro.var.x}}' }, 'defaultValue default-reference'],
    [
      'a default that is no option',
      { inputType: 'dropdown', options: [option('a')], defaultValue: 'b' },
      'defaultValue default-not-an-option',
    ],
    [
      'two default options',
      { inputType: 'dropdown', options: [option('a', { default: true }), option('b', { default: true })] },
      'options option-default-repeated',
    ],
    [
      'an option of another format',
      { inputType: 'dropdown', format: 'number', options: [option('1'), option('b')] },
      'options[1].value option-format',
    ],
  ])('reports %s', (_what, overrides, expected) => {
    expect(problemsOf(variableOf(overrides))).toEqual([`VariableInvalid spec.variables[0].${expected}`])
  })

  it.each(['a', 'Label of a'])('accepts the default %s as one of the options', (defaultValue) => {
    expect(problemsOf(variableOf({ inputType: 'dropdown', options: [option('a')], defaultValue }))).toEqual([])
  })

  it('accepts a default option as the default value', () => {
    const options = [option('a', { default: true })]
    expect(problemsOf(variableOf({ inputType: 'dropdown', options, required: true, hidden: true }))).toEqual([])
  })

  it('applies no rule to a mask', () => {
    expect(
      problemsOf(variableOf({ isSensitive: true, format: 'number', regex: '^\\d$', defaultValue: '********' })),
    ).toEqual([])
  })

  it.each(['(a)\\1', '[', '(a{1000}){1000}'])('refuses the pattern %s', (regex) => {
    expect(problemsOf(variableOf({ regex }))[0]).toMatch(/^RegexInvalid spec\.variables\[0\]\.regex/)
  })
})

describe('hasVariableFormat', () => {
  it.each<[VariableFormat, string]>([
    ['number', '-1.5e3'],
    ['boolean', 'true'],
    ['ipv4', '10.0.255.1'],
    ['ipv4cidr', '10.0.0.0/16'],
    ['ipv6', '2001:db8::1'],
    ['ipv6', '::'],
    ['ipv6', '::ffff:10.0.0.1'],
    ['version', '1.27'],
    ['version', 'v1.2.3-rc.1'],
    ['base64', 'aGVsbG8='],
  ])('accepts a %s such as %s', (format, value) => {
    expect(hasVariableFormat(value, format)).toBe(true)
  })

  it.each<[VariableFormat, string]>([
    ['number', '1,5'],
    ['boolean', '1'],
    ['ipv4', '10.0.0.256'],
    ['ipv4', '010.0.0.1'],
    ['ipv4cidr', '10.0.0.0/33'],
    ['ipv6', '2001:db8:::1'],
    ['ipv6', '1:2:3:4:5:6:7:8:9'],
    ['ipv6', 'fe80::1%eth0'],
    ['version', 'latest'],
    ['base64', 'abc'],
  ])('refuses a %s such as %s', (format, value) => {
    expect(hasVariableFormat(value, format)).toBe(false)
  })
})

describe('checking the format of a value', () => {
  it.each(['number', 'ipv4', 'ipv4cidr', 'ipv6', 'version', 'base64'] as const)(
    'goes back in proportion to it: %s',
    (format) => {
      const values = ['0', '0.', '1:', 'a', 'A=', '-'].map((unit) => `${unit.repeat(4_000)}!`)
      const check = () => values.map((value) => hasVariableFormat(value, format))
      expect(patternsOutOfProportion(check)).toEqual([])
    },
  )
})
