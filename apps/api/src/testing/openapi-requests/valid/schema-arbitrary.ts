import fc from 'fast-check'
import { z } from 'zod'
import type { JsonSchema } from '../../openapi/compare-schemas.ts'
import type { Json } from '../json-value.ts'
import { stringArbitrary } from './string-arbitrary.ts'
import { numberAt, objectAt } from './schema-keywords.ts'
import { named } from '../../openapi/read-operations.ts'

/** Values that exist in the prepared world for a property path, such as `pack.name`; undefined if any value will do. */
export type KnownValues = (path: readonly string[]) => readonly Json[] | undefined

export interface SchemaContext {
  /** The schemas that references point to. */
  schemas: Readonly<Record<string, JsonSchema>>
  known: KnownValues
}

const KNOWN_WEIGHT = 9
const GIVEN_WEIGHT = 3
const MOST_ITEMS = 3
const DEEPEST = 12

const list = z.array(z.record(z.string(), z.unknown()))
const words = z.array(z.string())
const json: z.ZodType<Json> = z.json()

/** Values that a schema allows: mostly such as exist in the prepared world, else any. */
export function schemaArbitrary(
  schema: JsonSchema,
  context: SchemaContext,
  path: readonly string[] = [],
): fc.Arbitrary<Json> {
  const any = structureArbitrary(schema, context, path)
  const known = context.known(path) ?? []
  if (known.length === 0) return any
  return fc.oneof({ weight: KNOWN_WEIGHT, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any })
}

function structureArbitrary(schema: JsonSchema, context: SchemaContext, path: readonly string[]): fc.Arbitrary<Json> {
  const { $ref: reference, const: constant, enum: allowed, anyOf, oneOf, allOf, type } = schema
  if (typeof reference === 'string') return structureArbitrary(named(context.schemas, reference), context, path)
  if (constant !== undefined) return fc.constant(json.parse(constant))
  if (Array.isArray(allowed)) return fc.constantFrom(...allowed.map((word) => json.parse(word)))
  const alternatives = anyOf ?? oneOf
  if (alternatives !== undefined) {
    return anyOfThem(
      list.parse(alternatives).map((one) => ({ schema: one, arbitrary: structureArbitrary(one, context, path) })),
    )
  }
  if (allOf !== undefined) return allOfThem(list.parse(allOf).map((one) => structureArbitrary(one, context, path)))
  if (Array.isArray(type)) {
    return anyOfThem(
      words.parse(type).map((one) => ({ schema: { type: one }, arbitrary: ofType(one, schema, { context, path }) })),
    )
  }
  return ofType(typeof type === 'string' ? type : 'anything', schema, { context, path })
}

/** Null is only one of several ways to leave something out. */
function anyOfThem(alternatives: readonly { schema: JsonSchema; arbitrary: fc.Arbitrary<Json> }[]): fc.Arbitrary<Json> {
  return fc.oneof(
    ...alternatives.map(({ schema, arbitrary }) => ({
      weight: schema['type'] === 'null' ? 1 : GIVEN_WEIGHT,
      arbitrary,
    })),
  )
}

const allOfThem = (parts: readonly fc.Arbitrary<Json>[]): fc.Arbitrary<Json> =>
  fc.tuple(...parts).map((values) => json.parse(Object.assign({}, ...values)))

interface Place {
  context: SchemaContext
  path: readonly string[]
}

function ofType(type: string, schema: JsonSchema, place: Place): fc.Arbitrary<Json> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.oneof(fc.integer({ min: 0, max: 60 }), fc.maxSafeInteger()).map((value) => within(schema, value))
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => within(schema, value))
    case 'string':
      return stringArbitrary(schema)
    case 'array':
      return arrayArbitrary(schema, place)
    case 'object':
      return objectArbitrary(schema, place)
    default:
      return fc.jsonValue({ maxDepth: 1 }).map((value) => json.parse(value))
  }
}

function within(schema: JsonSchema, value: number): number {
  return Math.min(Math.max(value, numberAt(schema, 'minimum') ?? value), numberAt(schema, 'maximum') ?? value)
}

function arrayArbitrary(schema: JsonSchema, { context, path }: Place): fc.Arbitrary<Json> {
  const minLength = numberAt(schema, 'minItems') ?? 0
  const maxLength = Math.max(minLength, Math.min(MOST_ITEMS, numberAt(schema, 'maxItems') ?? MOST_ITEMS))
  return fc.array(schemaArbitrary(objectAt(schema, 'items') ?? {}, context, path), { minLength, maxLength })
}

function objectArbitrary(schema: JsonSchema, { context, path }: Place): fc.Arbitrary<Json> {
  const required = new Set(words.parse(schema['required'] ?? []))
  const properties = Object.entries(objectAt(schema, 'properties') ?? {}).filter(
    ([name]) => path.length < DEEPEST || required.has(name),
  )
  const fields = properties.map(([name, one]) => {
    const arbitrary = schemaArbitrary(z.record(z.string(), z.unknown()).parse(one), context, [...path, name])
    const field = arbitrary.map((value): [string, Json][] => [[name, value]])
    const left = { weight: 1, arbitrary: fc.constant<[string, Json][]>([]) }
    return required.has(name) ? field : fc.oneof(left, { weight: GIVEN_WEIGHT, arbitrary: field })
  })
  return fc
    .tuple(fc.tuple(...fields), furtherFields(schema, { context, path }))
    .map(([given, further]) => Object.fromEntries([...further, ...given.flat()]))
}

function furtherFields(schema: JsonSchema, { context, path }: Place): fc.Arbitrary<[string, Json][]> {
  const values = objectAt(schema, 'additionalProperties')
  if (!values) return fc.constant([])
  const names = stringArbitrary(objectAt(schema, 'propertyNames') ?? {})
  return fc.array(fc.tuple(names, schemaArbitrary(values, context, [...path, '*'])), { maxLength: 2 })
}
