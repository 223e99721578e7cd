import type { JsonSchema } from './compare-schemas.ts'
import { named, readOperations } from './read-operations.ts'

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isObject) : [])
const namesOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** Reads the requests that an OpenAPI document describes. */
export function readOpenApi(document: unknown) {
  const { components, operations } = readOperations(document)

  function follow(schema: JsonSchema): JsonSchema {
    const reference = schema['$ref']
    return typeof reference === 'string' ? follow(named(components.schemas, reference)) : schema
  }

  /** The first alternative that is not null. */
  function chosen(schema: JsonSchema): JsonSchema {
    const followed = follow(schema)
    const [first] = listOf(followed['anyOf'] ?? followed['oneOf']).filter((each) => each['type'] !== 'null')
    return first ? chosen(first) : followed
  }

  /** The smallest value of a schema: its required fields, and the first of its alternatives. */
  function sampleOf(given: JsonSchema): unknown {
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

  /** Every field of a body, such as `.spec.users[].userId`; values of maps as `{}`. */
  function fieldsOf(given: JsonSchema, path = ''): string[] {
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
      const documented = path.replaceAll(/:(\w+)/g, '{$1}')
      const operation = operations.find((one) => one.method === method && one.path === documented)
      if (!operation) return undefined
      const bodies = Object.values(operation.body).map(({ schema }) => schema)
      const [body] = bodies
      return {
        query: operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name),
        fields: [...new Set(bodies.flatMap((each) => fieldsOf(each)))],
        sample: body && sampleOf(body),
        /** False for an operation that always refuses. */
        canSucceed: [...operation.responses].some(
          ([status, content]) => status < 300 && !JSON.stringify(content).includes('"not":{}'),
        ),
      }
    },
  }
}

export type OpenApi = ReturnType<typeof readOpenApi>
