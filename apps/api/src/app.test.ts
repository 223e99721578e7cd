import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { FastifyInstance, HTTPMethods } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildApp } from './app.ts'
import { as, openTestApp } from './testing/test-app.ts'

const PUBLIC = new Set([
  'GET /v1/auth/org',
  'GET /v1/auth/sso/logins',
  'GET /v1/auth/user/org/forgot',
  'POST /v1/auth/user/password/reset',
  'PATCH /v1/auth/password/{passwordToken}/activate',
  'PATCH /v1/auth/password/{passwordToken}/reset',
  'POST /v1/auth/authenticate',
  'POST /v1/console/session',
  'POST /v1/console/session/password-link',
  'POST /v1/console/session/sso',
  'POST /v1/console/session/sso/start',
  'GET /v1/console/setup',
  'POST /v1/console/setup',
])
const METHODS: readonly HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) }))),
})

const test = await openTestApp()
let operations: { name: string; method: HTTPMethods; url: string; statuses: string[] }[]
beforeAll(async () => {
  const response = await test.app.inject('/v1/openapi.json')
  const { paths } = documentSchema.parse(response.json())
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([key, { responses }]) => {
      const method = METHODS.find((known) => known.toLowerCase() === key)
      if (!method) return []
      const url = path.replaceAll(/\{[^}]+\}/g, '0123456789abcdef01234567')
      return [{ name: `${method} ${path}`, method, url, statuses: Object.keys(responses) }]
    }),
  )
})

const statusOf = async (operation: { method: HTTPMethods; url: string }, headers: Record<string, string> = {}) =>
  (await test.app.inject({ method: operation.method, url: operation.url, headers })).statusCode

describe('every route', () => {
  it('but those of signing in and setting up asks for a credential', async () => {
    const open = []
    for (const operation of operations) if ((await statusOf(operation)) !== 401) open.push(operation.name)
    expect(new Set(open)).toEqual(PUBLIC)
  })

  it('refuses a wrong credential', async () => {
    const open = []
    for (const operation of operations) {
      const status = await statusOf(operation, { apikey: `${'0'.repeat(16)}.${'A'.repeat(43)}` })
      if (status !== 401) open.push(operation.name)
    }
    expect(new Set(open)).toEqual(PUBLIC)
  })

  it('declares the statuses that it sends, including refusals', () => {
    const silent = operations.filter(
      ({ statuses }) =>
        !statuses.some((status) => status.startsWith('2')) ||
        !['400', '401', '403', '404', '422', '429', '500', '503'].every((status) => statuses.includes(status)),
    )
    expect(silent).toEqual([])
  })

  it('has neither a failure nor a success for a uid that does not exist', async () => {
    const odd = []
    for (const operation of operations.filter(({ name }) => name.includes('{'))) {
      const status = await statusOf(operation, as(test.fixtures.stage.users.tenantAdmin))
      if (status < 400 || status >= 500) odd.push(`${operation.name} ${status}`)
    }
    expect(odd).toEqual([])
  })
})

describe('every answer', () => {
  it('carries the headers that browsers need, including refusals', async () => {
    const { headers } = await test.app.inject('/v1/users/info')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
    // Only style attributes may be inline.
    expect(String(headers['content-security-policy']).replace("style-src-attr 'unsafe-inline'", '')).not.toContain(
      'unsafe',
    )
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })

  it.each([
    ['GET', '/v1/nothing'],
    ['GET', '/v1?a=b'],
    ['GET', '/v1/workspaces/5e2031962f090e2d3d8a3290'],
    ['POST', '/v1/workspaces'],
    ['DELETE', '/v1/users/info/none'],
  ] as const)('to an address that the API does not have is not that something is gone: %s %s', async (method, url) => {
    const response = await test.app.inject({ method, url, headers: { accept: 'text/html' } })
    expect([response.statusCode, response.json().code]).toEqual([404, 'OperationNotFound'])
  })

  it('to a path that cannot be decoded is a refusal too', async () => {
    const response = await test.app.inject('/v1/%zz')
    expect([response.statusCode, response.json().code]).toEqual([400, 'BadRequest'])
  })
})

describe('for supervisors', () => {
  it.each(['/livez', '/readyz', '/metrics'])('%s answers without a credential', async (url) => {
    expect((await test.app.inject(url)).statusCode).toBe(200)
  })
})

describe('the console', () => {
  const directory = mkdtempSync(join(tmpdir(), 'waybill-console-'))
  let app: FastifyInstance
  beforeAll(async () => {
    mkdirSync(join(directory, 'assets'))
    writeFileSync(join(directory, 'index.html'), '<!doctype html>page')
    writeFileSync(join(directory, 'favicon.svg'), '<svg/>')
    writeFileSync(join(directory, 'assets/main-abc.js'), 'plain')
    writeFileSync(join(directory, 'assets/main-abc.js.br'), brotliCompressSync('plain'))
    app = await buildApp(test.deps, { consoleDirectory: directory, overloadedMs: 0 })
  })
  afterAll(async () => {
    await app.close()
    rmSync(directory, { recursive: true })
  })

  it.each(['/', '/profiles', '/profiles/0123/edit?x=1'])('is the page at %s, never stored', async (url) => {
    const cookies = { waybill: 'A'.repeat(43) }
    const response = await app.inject({ url, headers: { accept: 'text/html' }, cookies })
    expect([response.statusCode, response.body]).toEqual([200, '<!doctype html>page'])
    expect(response.headers['cache-control']).toBe('no-store')
  })

  it.each([
    ['/', '/login'],
    ['/profiles/0123/edit?x=1', '/login?next=%2Fprofiles%2F0123%2Fedit%3Fx%3D1'],
  ])('redirects a visitor without a session from %s to the sign-in page', async (url, to) => {
    const response = await app.inject({ url, headers: { accept: 'text/html' } })
    expect([response.statusCode, response.headers.location]).toEqual([302, to])
    expect(response.headers['cache-control']).toBe('no-store')
  })

  it('has assets that are kept for ever and sent compressed', async () => {
    const response = await app.inject({ url: '/assets/main-abc.js', headers: { 'accept-encoding': 'br' } })
    expect(response.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(response.headers['content-type']).toContain('javascript')
  })

  it('lists no folder, and no response names the software that it runs on', async () => {
    for (const url of ['/assets/', '/assets', '/livez']) {
      const { body, headers } = await app.inject(url)
      expect(body).not.toContain('main-abc.js')
      expect([headers.server, headers['x-powered-by']]).toEqual([undefined, undefined])
    }
  })

  it.each([
    ['/assets/none.js', 'ResourceNotFound'],
    ['/none.svg', 'ResourceNotFound'],
    ['/v1/none', 'OperationNotFound'],
    ['/v1', 'OperationNotFound'],
  ])('is not served at %s', async (url, code) => {
    const response = await app.inject({ url, headers: { accept: 'text/html' } })
    expect([response.statusCode, response.json().code]).toEqual([404, code])
  })

  it.each(['/../package.json', '/assets/..%2f..%2fpackage.json', '/%2e%2e/secret-key'])(
    'does not serve files outside its folder at %s',
    async (url) => {
      const response = await app.inject(url)
      expect(response.body).not.toContain('{"name"')
      expect([200, 302, 400, 403, 404]).toContain(response.statusCode)
    },
  )
})
