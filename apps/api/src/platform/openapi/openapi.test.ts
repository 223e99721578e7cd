import { OPERATIONS } from '@waybill/api-contract/operations'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestApp } from '../../testing/test-app.ts'

const documentSchema = z.looseObject({
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        summary: z.string().min(1),
        tags: z.array(z.string()).min(1),
        parameters: z.array(z.object({ name: z.string().optional(), description: z.string().optional() })),
        requestBody: z.unknown().optional(),
        security: z.array(z.unknown()).optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
})

const test = await openTestApp()
const response = await test.app.inject('/v1/openapi.json')
const body = response.body
const document = documentSchema.parse(response.json())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
  )

describe('the OpenAPI document', () => {
  it('is valid by the rules of OpenAPI', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(body))
    expect([valid, errors]).toEqual([true, undefined])
  })

  it('has the operations that the contract declares and no others', () => {
    const declared = OPERATIONS.map(({ method, path }) => `${method} ${path}`)
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(declared.sort())
  })

  it('gives every operation an id of its own', () => {
    const ids = operations().map(({ operationId }) => operationId)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('refers to nothing that it does not contain', () => {
    const at = (pointer: string) =>
      pointer
        .slice(2)
        .split('/')
        .reduce<unknown>((node, key) => (node instanceof Object ? Reflect.get(node, key) : undefined), document)
    const pointers = [...body.matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer = '']) => pointer)
    expect(pointers.filter((pointer) => at(pointer) === undefined)).toEqual([])
  })

  it('contains no unused schema, and no separate request schema equal to the response’s', () => {
    const names = Object.keys(document.components.schemas)
    expect(names.filter((name) => !body.includes(`"#/components/schemas/${name}"`))).toEqual([])
    expect(names.filter((name) => name.endsWith('Input') && !names.includes(name.replace(/Input$/, '')))).toEqual([])
  })

  it('describes every tag', () => {
    const known = document.tags.map(({ name }) => name)
    expect(operations().filter(({ tags }) => tags.some((tag) => !known.includes(tag)))).toEqual([])
  })

  it('describes every parameter', () => {
    const silent = operations().flatMap(({ name, parameters }) =>
      parameters
        .filter((parameter) => parameter.name !== undefined && parameter.description === undefined)
        .map((parameter) => `${name} ${parameter.name}`),
    )
    expect(silent).toEqual([])
  })

  it('requires a credential wherever one is needed, and nowhere else', () => {
    const open = operations().filter(({ security }) => security?.length === 0)
    expect(open.map(({ name }) => name).sort()).toEqual([
      'GET /v1/auth/org',
      'GET /v1/auth/refresh/{token}',
      'GET /v1/auth/sso/logins',
      'GET /v1/auth/user/org/forgot',
      'GET /v1/console/setup',
      'PATCH /v1/auth/password/{passwordToken}/activate',
      'PATCH /v1/auth/password/{passwordToken}/reset',
      'POST /v1/auth/authenticate',
      'POST /v1/auth/user/password/reset',
      'POST /v1/console/session',
      'POST /v1/console/session/password-link',
      'POST /v1/console/session/sso',
      'POST /v1/console/session/sso/start',
      'POST /v1/console/setup',
    ])
  })

  it('names the refusal for disabled users wherever a password link is made', () => {
    const made = operations().filter(({ summary }) => /a link by which the user sets a password/i.test(summary))
    expect(made.map(({ name }) => name).toSorted()).toEqual([
      'PATCH /v1/users/password/reset',
      'PATCH /v1/users/{uid}/password/reset',
      'POST /v1/console/users/{uid}/password-link',
    ])
    expect(made.filter(({ summary }) => !summary.includes('UserDisabled'))).toEqual([])
  })

  it('describes files as files', () => {
    const schemaAt = (path: string, method: string) => JSON.stringify(document.paths[path]?.[method])
    expect(schemaAt('/v1/clusterprofiles/{uid}/export', 'get')).toContain('"application/octet-stream"')
    expect(schemaAt('/v1/clusterprofiles/import/file', 'post')).toContain('"multipart/form-data"')
    expect(schemaAt('/v1/console/registries/events', 'get')).toContain('"text/event-stream"')
  })
})
