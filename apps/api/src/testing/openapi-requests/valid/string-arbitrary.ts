import { anyCharacter } from '@waybill/test-data'
import fc from 'fast-check'
import type { JsonSchema } from '../../openapi/compare-schemas.ts'
import { numberAt } from './schema-keywords.ts'

const LONGEST = 24

/** Texts that a schema allows. Formats come with patterns of their own, which are harder to meet than the format is to write. */
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
    // A length is counted in code points here and in UTF-16 units there.
    fc
      .string({ unit, minLength, maxLength })
      .filter((text) => text.length <= (numberAt(schema, 'maxLength') ?? Infinity))
  return fc.oneof({ weight: 4, arbitrary: ofUnit('grapheme-ascii') }, { weight: 1, arbitrary: ofUnit(anyCharacter) })
}
