import multipart from '@fastify/multipart'
import { fastify } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'
import { registerDeclaredResponses } from './declared-responses.ts'
import { registerErrorHandler } from './error-handler.ts'
import { registerJsonBody } from './json-body.ts'
import { serialiseError } from './request-log.ts'

const SECRET = 'S3CR3T-token'

async function failing(fail: () => unknown) {
  const app = fastify().withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  registerErrorHandler(app)
  registerJsonBody(app)
  registerDeclaredResponses(app)
  await app.register(multipart)
  const schema = { response: { 200: z.object({ ok: z.boolean() }) } }
  app.get('/fail', { schema }, async () => fail() as { ok: boolean })
  app.post(
    '/body',
    { schema: { ...schema, body: z.strictObject({ kind: z.enum(['a', 'b']) }).nullish() } },
    async () => ({
      ok: true,
    }),
  )
  app.post('/created', { schema }, async (_request, reply) => {
    const response: unknown = reply.status(201 as 200).send({ ok: true, secret: SECRET } as { ok: boolean })
    return response as { ok: boolean }
  })
  return app
}

const thrown = async (error: unknown) => {
  const app = await failing(() => {
    throw error
  })
  return app.inject('/fail')
}

const coded = (code: string, extra: object = {}) => Object.assign(new Error(SECRET), { code, ...extra })

describe('a failure', () => {
  it('of ours is sent with its code, message and the request’s reference', async () => {
    const response = await thrown(new AppError('ClusterProfileAlreadyExists'))
    expect(response.statusCode).toBe(409)
    expect(response.headers['content-type']).toContain('application/json')
    expect(response.json()).toEqual({
      code: 'ClusterProfileAlreadyExists',
      message: 'A profile of this name and version already exists in this scope.',
      details: [],
      ref: expect.any(String),
    })
  })

  it('names the limit that it is about', async () => {
    const response = await thrown(new AppError('LimitExceeded', { params: { depth: 64 } }))
    expect(response.json().message).toBe('The file is over a limit. (depth: 64)')
  })

  it('that asks to wait says how long', async () => {
    const response = await thrown(new AppError('TooManyRequests', { retryAfterSeconds: 7 }))
    expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '7'])
  })

  it.each([
    ['an error nobody expected', new Error(SECRET), 500, 'InternalError'],
    ['something that is no error', SECRET, 500, 'InternalError'],
    ['a taken name', coded('P2002', { meta: { modelName: 'Project' } }), 409, 'ProjectExists'],
    ['a taken macro', coded('P2002', { meta: { modelName: 'Macro' } }), 422, 'MacroExists'],
    ['a missing row', coded('P2025'), 404, 'ResourceNotFound'],
    [
      'a place that went meanwhile',
      coded('P2010', { meta: { driverAdapterError: { cause: { originalCode: '23503' } } } }),
      404,
      'ResourceNotFound',
    ],
    ['a database that is away', coded('ECONNREFUSED'), 503, 'Unavailable'],
    [
      'a database that went away',
      coded('P2010', { meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } }),
      503,
      'Unavailable',
    ],
    ['no free connection', new Error('timeout exceeded when trying to connect'), 503, 'Unavailable'],
  ])('by %s reveals nothing internal', async (_what, error, status, code) => {
    const response = await thrown(error)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
    expect(response.body).not.toContain(SECRET)
  })

  it('to serialise a response is ours and reveals no value', async () => {
    const app = await failing(() => ({ ok: SECRET }))
    const response = await app.inject('/fail')
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain(SECRET)
  })

  it('to declare a status keeps the body from being sent', async () => {
    const response = await (await failing(() => ({ ok: true }))).inject({ method: 'POST', url: '/created' })
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain(SECRET)
  })

  it('is logged without its message', () => {
    expect(JSON.stringify(serialiseError(new Error(SECRET)))).not.toContain(SECRET)
  })
})

describe('a body', () => {
  const post = async (payload: string | Buffer, type = 'application/json') =>
    (await failing(() => ({ ok: true }))).inject({
      method: 'POST',
      url: '/body',
      payload,
      headers: { 'content-type': type },
    })

  it('may be empty even if it is labelled as JSON', async () => {
    expect((await post('')).statusCode).toBe(200)
  })

  it('may escape whole characters and backslashes', async () => {
    const answer = await post('{"kind": "a", "x": "\\ud83d\\ude00 \\\\u0000"}')
    expect(answer.json().code).toBe('InvalidRequest')
  })

  it('that is not UTF-8 is refused', async () => {
    const answer = await post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'Encoding'])
  })

  it.each([
    ['malformed', `{"kind": ${SECRET}}`, 400, 'MalformedJson'],
    ['with __proto__', `{"__proto__": {"x": "${SECRET}"}}`, 400, 'MalformedJson'],
    ['with half of a surrogate pair', `{"kind": "${SECRET}\\ud800"}`, 422, 'TextUnstorable'],
    ['with half of a surrogate pair in a key', `{"x": [{"${SECRET}\\uDC00": 1}]}`, 422, 'TextUnstorable'],
    ['with a NUL', `{"kind": "${SECRET}\\u0000"}`, 422, 'TextUnstorable'],
    ['of a wrong value', `{"kind": "${SECRET}"}`, 422, 'InvalidRequest'],
    ['with an unknown field', `{"kind": "a", "x": "${SECRET}"}`, 422, 'InvalidRequest'],
  ])('%s is refused without being quoted', async (_what, payload, status, code) => {
    const response = await post(payload)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
    expect(response.body).not.toContain(SECRET)
  })

  it.each(['text/plain', 'application/xml', 'image/svg+xml', 'application/yaml'])(
    'of type %s is refused, naming the accepted ones',
    async (type) => {
      const answer = await post('x', type)
      expect([answer.statusCode, answer.json().message]).toEqual([
        415,
        'This type of body is not accepted: send JSON as application/json, or a file as multipart/form-data where a file is asked for.',
      ])
    },
  )

  it('over the limit is refused', async () => {
    const response = await post(JSON.stringify({ kind: 'x'.repeat(1_100_000) }))
    expect([response.statusCode, response.json().code]).toEqual([413, 'PayloadTooLarge'])
  })

  it('that is malformed is not a file', async () => {
    expect((await post('{"kind": ')).json().message).toBe('The request is not valid JSON.')
  })

  it('names the wrong field', async () => {
    expect((await post('{"kind": "c"}')).json().details).toMatchObject([{ path: 'kind', code: 'InvalidValue' }])
  })

  it('names unknown fields, unless they do not look like names', async () => {
    const fields = { kind: 'a', continue: '50', filterGroups: [], [`a b\u202e${SECRET}`]: 1 }
    expect((await post(JSON.stringify(fields))).json().details).toMatchObject([
      { path: '', message: 'The request has fields that are not known: continue and filterGroups.' },
    ])
  })
})
