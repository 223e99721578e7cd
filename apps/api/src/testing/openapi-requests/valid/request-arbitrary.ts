import fc from 'fast-check'
import { z } from 'zod'
import type { JsonSchema } from '../../openapi/compare-schemas.ts'
import type { ApiBody, ApiRequest } from '../api-request.ts'
import { toJsonText, type Json } from '../json-value.ts'
import { schemaArbitrary, type SchemaContext } from './schema-arbitrary.ts'
import type { Operation, Parameter } from '../../openapi/read-operations.ts'

const GIVEN_WEIGHT = 2
const record = z.record(z.string(), z.unknown())

/** Requests that the document allows for an operation. */
export function requestArbitrary(operation: Operation, context: SchemaContext): fc.Arbitrary<ApiRequest> {
  const of = (place: Parameter['in']) =>
    fc.tuple(
      ...operation.parameters
        .filter((one) => one.in === place)
        .map((one) => parameterArbitrary(one, operation, context)),
    )
  return fc.record({
    path: of('path').map((given) => Object.fromEntries(given.flat())),
    query: of('query').map((given) => given.flat()),
    headers: of('header').map((given) => Object.fromEntries(given.flat())),
    body: bodyArbitrary(operation, context),
  })
}

type Given = [name: string, value: string][]

/** As written in the URL or header: a list repeats its name. */
function parameterArbitrary(
  { name, in: place, required, schema }: Parameter,
  { path }: Operation,
  context: SchemaContext,
) {
  const where = place === 'path' ? [path, name] : [place, name]
  const given = schemaArbitrary(schema, context, where).map((value): Given => {
    const values = Array.isArray(value) ? value : [value]
    return values.map((one) => [
      name,
      place === 'header' ? headerText(one) : encodeURIComponent(plainText(one).toWellFormed()),
    ])
  })
  if (required) return given
  return fc.oneof({ weight: 1, arbitrary: fc.constant<Given>([]) }, { weight: GIVEN_WEIGHT, arbitrary: given })
}

const plainText = (value: Json): string => (typeof value === 'string' ? value : toJsonText(value))

/** Only characters that HTTP allows in a header. */
const headerText = (value: Json): string => plainText(value).replaceAll(/[^\x21-\x7e\x80-\xff]/g, '-')

function bodyArbitrary({ body }: Operation, context: SchemaContext): fc.Arbitrary<ApiBody> {
  const forms = Object.entries(body).map(([type, { schema }]) =>
    type === 'multipart/form-data'
      ? formArbitrary({ schema, fileSchema: body['application/json']?.schema ?? {}, context })
      : schemaArbitrary(schema, context, ['body']).map((value): ApiBody => ({ kind: 'json', value })),
  )
  return forms.length === 0 ? fc.constant({ kind: 'none' }) : fc.oneof(...forms)
}

interface Form {
  schema: JsonSchema
  /** The file has the schema of the operation's JSON body. */
  fileSchema: JsonSchema
  context: SchemaContext
}

function formArbitrary({ schema, fileSchema, context }: Form): fc.Arbitrary<ApiBody> {
  const { decisions } = record.parse(schema['properties'])
  const file = schemaArbitrary(fileSchema, context, ['body'])
  const beside =
    decisions === undefined
      ? fc.constant(null)
      : fc.option(schemaArbitrary(record.parse(decisions), context, ['body', 'decisions']), { freq: 2 })
  return fc.tuple(file, beside).map(([content, decided]) => ({
    kind: 'form',
    parts: [
      { name: 'importFile', fileName: 'profile.json', content: toJsonText(content) },
      ...(decided === null ? [] : [{ name: 'decisions', content: toJsonText(decided) }]),
    ],
  }))
}
