import { EMPTY_VARIABLE } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import type { DraftVariable } from '../state/variable-texts.ts'
import { variableProblems, whyNotValue } from './variable-problems.ts'

const variableOf = (fields: Partial<DraftVariable>): DraftVariable => ({ ...EMPTY_VARIABLE, name: 'region', ...fields })

describe('variableProblems', () => {
  it('names the variable and the field of each problem', () => {
    const problems = variableProblems([variableOf({}), variableOf({ name: 'b', format: 'number', defaultValue: 'x' })])
    expect(problems).toMatchObject([{ index: 1, field: 'defaultValue', severity: 'error' }])
  })
})

describe('whyNotValue', () => {
  it.each<[string, Partial<DraftVariable>, string, string]>([
    ['a value of the format', { format: 'ipv4' }, '10.0.0.1', ''],
    ['a value of another format', { format: 'ipv4' }, '10.0.0', 'This is not a valid ipv4.'],
    ['a value that the pattern does not match', { regex: '^a+$' }, 'b', 'The pattern does not match this.'],
    ['no value where one is required', { required: true }, '', 'A value is required.'],
    ['no value where none is required', {}, '', ''],
  ])('says of %s', (_what, fields, value, said) => {
    expect(whyNotValue(variableOf(fields), value)).toBe(said)
  })
})
