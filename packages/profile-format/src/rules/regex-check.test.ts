import { describe, expect, it } from 'vitest'
import { checkRegex, createRegexBudget } from './regex-check.ts'

const check = (pattern: string, subject?: string) => checkRegex({ pattern, subject })

describe('checkRegex', () => {
  it.each(['^(?=a)a$', '(?<!a)b', '(a)\\1', 'a++', '(?>a)', '[', 'a{10}{10}', 'a{2,1}', '\\C', '\\u0041'])(
    'refuses %s as no RE2',
    (pattern) => {
      expect(check(pattern)).toBe('syntax')
    },
  )

  it.each([
    'a{1001}',
    '(a{1000}){1000}',
    '((a{11}){10}){10}',
    'a{1000}'.repeat(5),
    '(?:b(a{2,600}))*(a{10,1000}x){2}',
    `(${'a'.repeat(490)}){1000}`,
  ])('refuses %s for its repeat counts', (pattern) => {
    expect(check(pattern)).toBe('too-many-repeats')
  })

  it('refuses a pattern over the limit', () => {
    expect(check('a'.repeat(513))).toBe('too-long')
  })

  it('refuses patterns beyond the budget of a document', () => {
    const budget = createRegexBudget()
    const question = { pattern: '(.{0,500}){2}$', subject: 'a'.repeat(1_024), budget }
    const verdicts = Array.from({ length: 10 }, () => checkRegex(question))
    expect([verdicts[0], verdicts.at(-1)]).toEqual(['valid', 'too-many-repeats'])
  })

  it.each([
    ['^[a-z0-9]{1,63}(\\.[a-z0-9]{1,63}){0,10}$', 'a.b.c'],
    ['^\\d{4}-\\d{2}$', '2026-11'],
    ['^\\{1000\\}{1000}', '{1000' + '}'.repeat(1000)],
    ['[{1000}]{3}', '000'],
    ['[]{(]{3}$', '](]'],
    ['(?i)^prod$', 'PROD'],
    ['^\\p{Greek}+$', 'αβγ'],
    ['\\Q(a{9}){9}\\E', '(a{9}){9}'],
    ['((a{10}){10}){10}', 'a'.repeat(1000)],
  ])('accepts %s and matches with it', (pattern, subject) => {
    expect(check(pattern, subject)).toBe('valid')
  })

  it('searches anywhere in the subject, as Go does', () => {
    expect(check('b', 'abc')).toBe('valid')
  })

  it('does not match a subject over the limit', () => {
    expect(check('a', 'a'.repeat(1_025))).toBe('no-match')
  })

  it.each(['^(a+)+$', '^(a|aa)+$', '^(.*a){25}$'])(
    'answers %s for a subject that makes backtracking explode',
    (pattern) => {
      expect(check(pattern, `${'a'.repeat(60)}!`)).toBe('no-match')
    },
  )
})
