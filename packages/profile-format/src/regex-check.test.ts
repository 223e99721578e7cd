import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from './limits.ts'
import { compileRegex } from './regex-check.ts'

const compile = (pattern: string) => compileRegex(pattern, DEFAULT_LIMITS)

describe('compileRegex', () => {
  it.each(['^(?=a)a$', '(?<!a)b', '(a)\\1', 'a++', '(?>a)', '[', 'a{1001}', 'a{10}{10}', 'a{2,1}', '\\C', '\\u0041'])(
    'refuses %s as no RE2',
    (pattern) => {
      expect(compile(pattern)).toMatchObject({ isValid: false })
    },
  )

  it.each(['(a{1000}){1000}', '((a{11}){10}){10}', 'a{1000}'.repeat(5), '(?:b(a{2,600}))*(a{10,1000}x){2}'])(
    'refuses %s for its repeat counts',
    (pattern) => {
      expect(compile(pattern)).toEqual({ isValid: false, reason: 'too-many-repeats' })
    },
  )

  it('refuses a pattern over the limit', () => {
    expect(compile('a'.repeat(513))).toEqual({ isValid: false, reason: 'too-long' })
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
    ['(((a{10}){10}){10})', 'a'.repeat(1000)],
  ])('accepts %s and matches with it', (pattern, subject) => {
    const regex = compile(pattern)
    expect(regex.isValid && regex.matches(subject)).toBe(true)
  })

  it('searches anywhere in the subject, as Go does', () => {
    const regex = compile('b')
    expect(regex.isValid && regex.matches('abc')).toBe(true)
  })

  it('does not match a subject over the limit', () => {
    const regex = compile('a')
    expect(regex.isValid && regex.matches('a'.repeat(1_025))).toBe(false)
  })

  it.each(['^(a+)+$', '^(a|aa)+$', '^(.*a){25}$'])(
    'answers %s for a subject that makes backtracking explode',
    (pattern) => {
      const regex = compile(pattern)
      expect(regex.isValid && regex.matches('a'.repeat(60) + '!')).toBe(false)
    },
  )
})
