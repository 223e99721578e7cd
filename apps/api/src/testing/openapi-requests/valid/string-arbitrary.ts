import { anyCharacter } from '@waybill/test-data'
import fc from 'fast-check'
import type { JsonSchema } from '../../openapi/compare-schemas.ts'
import { numberAt } from './schema-keywords.ts'

const LONGEST = 24

/**
 * Texts that a schema allows. A format's pattern is ignored: generating matches for it is harder than for the format.
 */
export function stringArbitrary(schema: JsonSchema): fc.Arbitrary<string> {
  const { format, pattern } = schema
  if (format === 'date-time') {
    const range = { min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }
    return fc.date(range).map((date) => date.toISOString())
  }
  if (format === 'email') return fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.test$/)
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern))
  const minLength = numberAt(schema, 'minLength') ?? 0
  const maxLength = Math.max(minLength, Math.min(LONGEST, numberAt(schema, 'maxLength') ?? LONGEST))
  const ofUnit = (unit: 'grapheme-ascii' | fc.Arbitrary<string>) =>
    // The schema counts code points, the generator UTF-16 units.
    fc
      .string({ unit, minLength, maxLength })
      .filter((text) => text.length <= (numberAt(schema, 'maxLength') ?? Infinity))
  return fc.oneof({ weight: 4, arbitrary: ofUnit('grapheme-ascii') }, { weight: 1, arbitrary: ofUnit(anyCharacter) })
}
