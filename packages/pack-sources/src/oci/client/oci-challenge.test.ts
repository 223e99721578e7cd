import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChallenges } from './oci-challenge.ts'

const read = (header: string) =>
  parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)])

describe('parseChallenges', () => {
  it.each([
    ['Basic realm="x"', [['basic', { realm: 'x' }]]],
    [
      'Bearer realm="https://a/token",service="s",scope="repository:a:pull,push"',
      [['bearer', { realm: 'https://a/token', service: 's', scope: 'repository:a:pull,push' }]],
    ],
    [
      'Basic realm="a", Bearer Realm = "b" , service=c',
      [
        ['basic', { realm: 'a' }],
        ['bearer', { realm: 'b', service: 'c' }],
      ],
    ],
    [
      'Negotiate, Basic realm="say \\"a\\""',
      [
        ['negotiate', {}],
        ['basic', { realm: 'say "a"' }],
      ],
    ],
    ['', []],
    ['Bearer realm="never closed', [['bearer', { realm: '' }]]],
  ])('reads %s', (header, challenges) => {
    expect(read(header)).toEqual(challenges)
  })

  it('reads back every parameter of any header', () => {
    const parameters = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 40 }))
    fc.assert(
      fc.property(fc.constantFrom('Basic', 'Bearer'), parameters, (scheme, wanted) => {
        const quoted = Object.entries(wanted).map(([name, value]) => `${name}="${value.replaceAll(/["\\]/g, '\\$&')}"`)
        expect(read(`${scheme} ${quoted.join(', ')}`)).toEqual([[scheme.toLowerCase(), { ...wanted }]])
      }),
    )
  })

  it('ends for any input', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (header) => {
        expect(parseChallenges(header).length).toBeLessThanOrEqual(header.length)
      }),
    )
  })
})
