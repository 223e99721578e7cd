/** A JSON Schema of any draft: only keywords common to all of them are used. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** A schema and the means to resolve its references. */
export interface SchemaSource {
  schema: JsonSchema
  resolve: (reference: string) => JsonSchema
}

interface Place {
  ours: SchemaSource
  theirs: SchemaSource
  path: string
}

/**
 * Where our response may not match their schema: another type, a required field that may be absent, or a word that is
 * not theirs. Unknown fields are ignored, as their clients do.
 */
export function answerFaults(place: Place): string[] {
  return withoutNull(place.ours).flatMap((ours) => compare({ ...place, ours }, answerFields))
}

/** Where a body that their schema allows would be refused here, or one of its fields ignored. */
export function bodyFaults(place: Place): string[] {
  const variants = withoutNull(place.ours).map((ours) => compare({ ...place, ours }, bodyFields))
  return variants.sort((a, b) => a.length - b.length)[0] ?? []
}

type Fields = (place: Place) => string[]

function compare(place: Place, fields: Fields): string[] {
  const ours = follow(place.ours)
  const theirs = follow(place.theirs)
  const next = { ours, theirs, path: place.path }
  const type = typeOf(ours.schema)
  const wanted = typeOf(theirs.schema)
  if (type === '' || wanted === '') return []
  if (type !== wanted && !(type === 'integer' && wanted === 'number')) return [`${place.path}: ${type}, not ${wanted}`]
  return [...fields(next), ...elements(next, fields)]
}

function elements({ ours, theirs, path }: Place, fields: Fields): string[] {
  return ['items', 'additionalProperties'].flatMap((keyword) => {
    const mine = schemaAt(ours, keyword)
    const their = schemaAt(theirs, keyword)
    const place = { path: `${path}${keyword === 'items' ? '[]' : '.*'}` }
    if (!mine || !their) return []
    return withoutNull(mine).flatMap((variant) => compare({ ...place, ours: variant, theirs: their }, fields))
  })
}

function answerFields({ ours, theirs, path }: Place): string[] {
  const missing = requiredOf(theirs.schema).filter((name) => !requiredOf(ours.schema).includes(name))
  const wrong = wordsOf(ours.schema).filter((word) => !isAllowed(theirs.schema, word))
  return [
    ...missing.map((name) => `${path}.${name}: may be absent`),
    ...wrong.map((word) => `${path}: ${word} is not known`),
    ...commonProperties({ ours, theirs, path }).flatMap(answerFaults),
  ]
}

function bodyFields({ ours, theirs, path }: Place): string[] {
  const unknown = isOpen(ours.schema)
    ? []
    : namesOf(theirs.schema).filter((name) => !namesOf(ours.schema).includes(name))
  const asked = requiredOf(ours.schema).filter((name) => !requiredOf(theirs.schema).includes(name))
  const refused = wordsOf(theirs.schema).filter((word) => !isAllowed(ours.schema, word))
  return [
    ...unknown.map((name) => `${path}.${name}: not taken`),
    ...asked.map((name) => `${path}.${name}: required here`),
    ...refused.map((word) => `${path}: ${word} is refused`),
    ...commonProperties({ ours, theirs, path }).flatMap(bodyFaults),
  ]
}

const commonProperties = ({ ours, theirs, path }: Place): Place[] =>
  namesOf(theirs.schema)
    .filter((name) => namesOf(ours.schema).includes(name))
    .map((name) => ({ ours: property(ours, name), theirs: property(theirs, name), path: `${path}.${name}` }))

/** A record takes any field. */
const isOpen = (schema: JsonSchema) => isSchema(schema['additionalProperties']) && namesOf(schema).length === 0

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function follow({ schema, resolve }: SchemaSource): SchemaSource {
  const reference = schema['$ref']
  return typeof reference === 'string' ? follow({ schema: resolve(reference), resolve }) : { schema, resolve }
}

function schemaAt({ schema, resolve }: SchemaSource, keyword: string): SchemaSource | undefined {
  const found = schema[keyword]
  return isSchema(found) ? { schema: found, resolve } : undefined
}

const propertiesOf = (schema: JsonSchema): JsonSchema => (isSchema(schema['properties']) ? schema['properties'] : {})
const namesOf = (schema: JsonSchema): string[] => Object.keys(propertiesOf(schema))

function property({ schema, resolve }: SchemaSource, name: string): SchemaSource {
  const found = propertiesOf(schema)[name]
  return { schema: isSchema(found) ? found : {}, resolve }
}

const listAt = (schema: JsonSchema, keyword: string): unknown[] => {
  const found: unknown = schema[keyword]
  return Array.isArray(found) ? found : []
}
const requiredOf = (schema: JsonSchema) => listAt(schema, 'required').filter((name) => typeof name === 'string')
const wordsOf = (schema: JsonSchema) =>
  listAt(schema, 'const' in schema ? 'none' : 'enum').filter((word) => typeof word === 'string')
const isAllowed = (schema: JsonSchema, word: string) => {
  const words = wordsOf(schema)
  return words.length === 0 || words.includes(word)
}
const typeOf = (schema: JsonSchema) => {
  if (typeof schema['type'] === 'string') return schema['type']
  return 'properties' in schema ? 'object' : ''
}

/** All alternatives except null: Go reads null as absent, and sends it for empty lists. */
function withoutNull({ schema, resolve }: SchemaSource): SchemaSource[] {
  const followed = follow({ schema, resolve })
  const alternatives = [...listAt(followed.schema, 'anyOf'), ...listAt(followed.schema, 'oneOf')].filter(isSchema)
  if (alternatives.length === 0) return [followed]
  return alternatives.filter((one) => typeOf(one) !== 'null').flatMap((one) => withoutNull({ schema: one, resolve }))
}
