import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFilters, parseOrder } from './filter-grammar.ts'

const FIELDS = ['metadata.name', 'spec.name', 'spec.version', 'spec.cloudTypes'] as const
const parse = (text: string) => parseFilters(text, FIELDS)
const eq = (field: string, value: string) => ({ field, values: [value] })

describe('filters', () => {
  it('accept what the Terraform provider sends', () => {
    expect(parse('spec.name=nginxANDspec.version=1.9.0ANDspec.cloudTypes_in_aws,all')).toEqual([
      [eq('spec.name', 'nginx'), eq('spec.version', '1.9.0'), { field: 'spec.cloudTypes', values: ['aws', 'all'] }],
    ])
  })

  it('bind AND tighter than OR', () => {
    expect(parse('spec.name=aORspec.name=bANDspec.version=1')).toEqual([
      [eq('spec.name', 'a')],
      [eq('spec.name', 'b'), eq('spec.version', '1')],
    ])
  })

  it.each(['SANDBOX', 'FLOOR', 'ANDROID', 'OR', 'AND', 'BRAND', 'a=b', 'xANDy=z'])(
    'take %s as a value, alone and before a joiner',
    (name) => {
      expect(parse(`spec.name=${name}`)).toEqual([[eq('spec.name', name)]])
      expect(parse(`spec.name=${name}ORspec.version=1`)).toEqual([[eq('spec.name', name)], [eq('spec.version', '1')]])
    },
  )

  it('survive being written and parsed again', () => {
    const value = fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() === text && !/(?:metadata|spec|status)\./.test(text))
    const term = fc.record({ field: fc.constantFrom(...FIELDS), value })
    fc.assert(
      fc.property(
        fc.array(fc.array(term, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (groups) => {
          const text = groups.map((terms) => terms.map((each) => `${each.field}=${each.value}`).join('AND')).join('OR')
          expect(parse(text)).toEqual(groups.map((terms) => terms.map((each) => eq(each.field, each.value))))
        },
      ),
    )
  })

  it('match everything if empty, and ignore blanks around joiners', () => {
    expect(parse(' ')).toEqual([])
    expect(parse('spec.name=a AND spec.version=1')).toEqual([[eq('spec.name', 'a'), eq('spec.version', '1')]])
  })

  it.each([
    ['nonsense', 1],
    ['spec.name', 1],
    ['spec.secret=1', 1],
    ['spec.name=aANDspec.secret=1', 15],
    ['spec.name=', 11],
    ['spec.cloudTypes_in_aws,', 20],
    ['spec.name!=a', 1],
  ])('refuse %s and name the position', (text, character) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ code: 'BadRequest', message: expect.stringContaining(`character: ${character})`) }),
    )
  })
})

describe('orderBy', () => {
  it('reads fields with their direction', () => {
    expect(parseOrder('metadata.name=1,spec.version=-1', FIELDS)).toEqual([
      { field: 'metadata.name', isDescending: false },
      { field: 'spec.version', isDescending: true },
    ])
  })

  it.each(['metadata.name', 'metadata.name=2', 'spec.secret=1', ','])('refuses %s', (text) => {
    expect(() => parseOrder(text, FIELDS)).toThrow(expect.objectContaining({ code: 'BadRequest' }))
  })
})
