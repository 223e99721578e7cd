import { z } from 'zod'

type Schema = Readonly<Record<string, unknown>>

const objectSchema = z.record(z.string(), z.unknown())
const operationSchema = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string().optional(), in: z.string().optional() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: objectSchema })) }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
})
const documentSchema = z.object({
  components: z.object({ schemas: z.record(z.string(), objectSchema) }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
})

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isObject) : [])
const namesOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** What an OpenAPI document says of requests. */
export function readOpenApi(text: string) {
  const { components, paths } = documentSchema.parse(JSON.parse(text))

  function follow(schema: Schema): Schema {
    const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined
    const known = name === undefined ? schema : components.schemas[name]
    if (!known) throw new Error(`no schema ${name}`)
    return known === schema ? schema : follow(known)
  }

  /** Of alternatives the first that is no null. */
  function chosen(schema: Schema): Schema {
    const followed = follow(schema)
    const [first] = listOf(followed['anyOf'] ?? followed['oneOf']).filter((each) => each['type'] !== 'null')
    return first ? chosen(first) : followed
  }

  /** The smallest value of a schema: what is required, the first of what there is to choose from. */
  function sampleOf(given: Schema): unknown {
    const schema = chosen(given)
    if (Array.isArray(schema['enum'])) return schema['enum'][0]
    if ('const' in schema) return schema['const']
    switch ([schema['type']].flat()[0]) {
      case 'object': {
        const properties = isObject(schema['properties']) ? schema['properties'] : {}
        const required = Object.entries(properties).filter(([name]) => namesOf(schema['required']).includes(name))
        return Object.fromEntries(required.map(([name, each]) => [name, isObject(each) ? sampleOf(each) : null]))
      }
      case 'array':
        return []
      case 'boolean':
        return false
      case 'integer':
      case 'number':
        return schema['minimum'] ?? 1
      default:
        return 'matrix'
    }
  }

  /** Every field of a body, as `.spec.users[].userId`; values of maps as `{}`. */
  function fieldsOf(given: Schema, path = ''): string[] {
    const schema = follow(given)
    const branches = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap(listOf)
    const items = isObject(schema['items']) ? fieldsOf(schema['items'], `${path}[]`) : []
    const values = isObject(schema['additionalProperties'])
      ? [`${path}{}`, ...fieldsOf(schema['additionalProperties'], `${path}{}`)]
      : []
    const properties = isObject(schema['properties']) ? Object.entries(schema['properties']) : []
    return [
      ...branches.flatMap((branch) => fieldsOf(branch, path)),
      ...items,
      ...values,
      ...properties.flatMap(([name, each]) => [
        `${path}.${name}`,
        ...(isObject(each) ? fieldsOf(each, `${path}.${name}`) : []),
      ]),
    ]
  }

  return {
    /** Undefined for an operation that is not in the document. */
    find(method: string, path: string) {
      const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      if (!operation) return undefined
      const bodies = Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema)
      const [body] = bodies
      return {
        query: operation.parameters.filter((each) => each.in === 'query').map(({ name = '' }) => name),
        fields: [...new Set(bodies.flatMap((each) => fieldsOf(each)))],
        sample: body && sampleOf(body),
        /** False for an operation that only ever refuses. */
        canSucceed: Object.entries(operation.responses).some(
          ([status, { content }]) => status.startsWith('2') && !JSON.stringify(content ?? {}).includes('"not":{}'),
        ),
      }
    },
  }
}

export type OpenApi = ReturnType<typeof readOpenApi>
