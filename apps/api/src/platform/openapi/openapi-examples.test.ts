import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../testing/test-app.ts'
import { scanText } from '../../format-tasks/inspect/secret-scanner.ts'

const MAIN_OPERATIONS = [
  'v1Authenticate',
  'v1ClusterProfilesCreate',
  'v1ClusterProfilesUpdate',
  'v1ClusterProfilesGet',
  'v1ClusterProfilesImport',
  'v1ClusterProfilesImportFile',
  'v1ClusterProfilesImportValidate',
  'V1ClusterProfilesUidExport',
  'V1ClusterProfilesUidExportTerraform',
  'v1ClusterProfilesUidClone',
  'v1ClusterProfilesFilterSummary',
  'V1ClusterProfilesUidVariablesGet',
  'V1ClusterProfilesUidVariablesPut',
  'v1PacksSearch',
  'v1ProjectsUidMacrosList',
  'v1ProjectsUidMacrosCreate',
  'v1TenantsUidMacrosUpdate',
  'v1ProjectsCreate',
  'v1ProjectsUidGet',
  'v1ProjectsMetadata',
  'v1RegistriesPackCreate',
  'v1RegistriesHelmCreate',
  'v1RegistriesHelmUidGet',
  'v1BasicOciRegistriesCreate',
  'v1EcrRegistriesCreate',
  'v1RegistriesMetadata',
  'v1ApiKeysCreate',
  'v1ApiKeysList',
]

const schemaNode = z.record(z.string(), z.unknown())
type SchemaNode = z.infer<typeof schemaNode>
const content = z.record(z.string(), z.object({ schema: schemaNode, example: z.unknown().optional() }))
const documentSchema = z.looseObject({
  components: z.looseObject({ schemas: z.record(z.string(), schemaNode) }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        requestBody: z.object({ content }).optional(),
        responses: z.record(z.string(), z.object({ content: content.optional() })),
      }),
    ),
  ),
})

const test = await openTestApp()
const document = documentSchema.parse((await test.app.inject('/v1/openapi.json')).json())

const isNode = (value: unknown): value is SchemaNode => typeof value === 'object' && value !== null

interface Exemplified {
  /** JSON Pointer to the schema. */
  place: string
  examples: readonly unknown[]
}

/** Every schema with examples; those of a body are beside its schema. */
function withExamples(node: unknown, place: string): Exemplified[] {
  if (!isNode(node)) return []
  const inside = Object.entries(node)
    .filter(([key]) => key !== 'example' && key !== 'examples')
    .flatMap(([key, value]) => withExamples(value, `${place}/${escaped(key)}`))
  if (Array.isArray(node['examples'])) return [{ place, examples: node['examples'] }, ...inside]
  return 'example' in node ? [{ place: `${place}/schema`, examples: [node['example']] }, ...inside] : inside
}

const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))

function referenced(schema: SchemaNode): SchemaNode {
  const alternatives = Array.isArray(schema['anyOf']) ? schema['anyOf'].filter(isNode) : []
  const found = [schema, ...alternatives].map((one) => one['$ref']).find((reference) => typeof reference === 'string')
  return found === undefined ? schema : (document.components.schemas[found.split('/').at(-1) ?? ''] ?? {})
}

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : isNode(value) ? Object.values(value).flatMap(texts) : []

describe('an example of the OpenAPI document', () => {
  it('is valid by its own schema, as is every other', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema(document, 'document')
    const placed = withExamples(document, '')
    const faults = placed.flatMap(({ place, examples }) => {
      const validate = ajv.compile({ $ref: `document#${place}` })
      return examples.flatMap((example) => (validate(example) ? [] : [{ place, why: validate.errors }]))
    })
    expect(placed.length).toBeGreaterThan(30)
    expect(faults).toEqual([])
  })

  it.each(MAIN_OPERATIONS)('exists for everything that %s takes and sends', (operationId) => {
    const operation = Object.values(document.paths)
      .flatMap((methods) => Object.values(methods))
      .find((one) => one.operationId === operationId)
    const sent = Object.entries(operation?.responses ?? {}).filter(([status]) => status < '400')
    const bodies = [operation?.requestBody?.content, ...sent.map(([, response]) => response.content)]
    const media = bodies.flatMap((body) => Object.values(body ?? {}).slice(0, 1))
    const bare = media.filter(({ schema, example }) => example === undefined && !referenced(schema)['examples'])
    expect([media.length > 0, bare]).toEqual([true, []])
  })

  it('holds no secret', async () => {
    const all = withExamples(document, '').flatMap(({ examples }) => texts(examples))
    expect(await scanText(all.join('\n'))).toEqual([])
  })

  it('uses words in place of secrets', () => {
    const json = JSON.stringify(withExamples(document, '').map(({ examples }) => examples))
    const values = [...json.matchAll(/"(password|token|accessKey|secretKey|apiKey|key|Authorization)":"([^"]*)"/g)]
    expect(
      values.map(([, , value = '']) => value).filter((value) => value !== '' && !value.startsWith('the ')),
    ).toEqual([])
  })
})
