import type { ApiRefusal } from '@waybill/api-client'
import { describe, expect, test } from 'vitest'
import { fieldProblems, nameProblem } from './macro-fields.ts'

const refusal = (more: Partial<ApiRefusal>): ApiRefusal => ({
  kind: 'refusal',
  status: 422,
  code: 'MacroInvalid',
  message: 'A macro is not valid.',
  details: [],
  ref: '',
  ...more,
})

describe('the name of a macro', () => {
  test.each(['', 'a b', 'a/b', 'ü', 'a'.repeat(254)])('is refused: %j', (name) => {
    expect(nameProblem(name, new Set())).not.toBe('')
  })

  test('is refused when the scope has it already', () => {
    expect(nameProblem('region', new Set(['region']))).toContain('already exists')
  })

  test('may hold dots, dashes and underscores', () => {
    expect(nameProblem('aws.region_1-a', new Set())).toBe('')
  })
})

describe('a refusal of the server', () => {
  test('for a taken name is shown at the name', () => {
    expect(fieldProblems(refusal({ code: 'MacroExists', message: 'taken' })).name).toBe('taken')
  })

  test('for a value is shown at the value', () => {
    const details = [
      {
        code: 'MacroCycle',
        severity: 'error' as const,
        group: 'macros',
        path: 'macros[0].value',
        params: {},
        message: 'a cycle',
      },
    ]
    expect(fieldProblems(refusal({ details }))).toEqual({ name: '', value: 'a cycle', form: '' })
  })

  test('for anything else is shown above the form', () => {
    expect(fieldProblems({ kind: 'network' }).form).toContain('does not answer')
  })
})
