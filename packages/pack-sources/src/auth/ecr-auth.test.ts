import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { createEcrAuth, ecrTokenService } from './ecr-auth.ts'
import { createPlainFetcher, type PlainFetcher } from '../testing/plain-fetcher.ts'
import { type ScriptedAnswer, type ScriptedServer, startScriptedServer } from '../testing/scripted-server.ts'

const KEY = { accessKey: 'an-access-key', secretKey: 'a-secret-key' }
const REGION = 'eu-central-1'
const token = (text: string): ScriptedAnswer => ({
  body: JSON.stringify({ authorizationData: [{ authorizationToken: Buffer.from(text).toString('base64') }] }),
})

describe('ecrTokenService', () => {
  it.each([
    ['https://123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'us-east-1', 'https://api.ecr.eu-west-1.amazonaws.com'],
    ['https://123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', '', 'https://api.ecr.cn-north-1.amazonaws.com.cn'],
    ['https://mirror.example', 'us-gov-west-1', 'https://api.ecr.us-gov-west-1.amazonaws.com'],
  ])('of %s in %j is %s', (registry, region, endpoint) => {
    expect(ecrTokenService(registry, region).endpoint).toBe(endpoint)
  })

  it.each(['', 'eu-west-1.evil.example/', 'a@b', '../x', 'EU-WEST-1'])('refuses the region %j', (region) => {
    expect(() => ecrTokenService('https://mirror.example', region)).toThrow('forbidden-url')
  })
})

describe('createEcrAuth', () => {
  let server: ScriptedServer
  let client: PlainFetcher
  afterEach(async () => {
    client.close()
    await server.close()
  })

  async function ask(answerTo: (request: IncomingMessage) => ScriptedAnswer, secretKey = KEY.secretKey) {
    server = await startScriptedServer((_, request) => answerTo(request))
    client = createPlainFetcher()
    const service = { endpoint: server.origin, region: REGION }
    return createEcrAuth({ ...KEY, secretKey, service, fetch: client.fetch })(new AbortController().signal)
  }
  const verifying = (request: IncomingMessage) =>
    isSigned(request, '{}') ? token('AWS:a:password') : { status: 400, body: '{"__type":"InvalidSignatureException"}' }

  it('exchanges a signed request for the password', async () => {
    expect(await ask(verifying)).toEqual({ type: 'basic', username: 'AWS', password: 'a:password', token: '' })
    expect(client.sent[0]).toMatchObject({
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken' },
    })
  })

  it('is refused with another secret', async () => {
    await expect(ask(verifying, 'another-secret')).rejects.toMatchObject({ fault: 'unauthorised' })
  })

  it.each([
    ['no token', { body: '{"authorizationData":[]}' }],
    ['a token without a name', token('password')],
    ['no JSON', { body: '<html>' }],
    ['a fault of its own', { status: 500 }],
  ] satisfies [string, ScriptedAnswer][])('takes %s for a bad response', async (_, answer) => {
    await expect(ask(() => answer)).rejects.toMatchObject({ fault: 'bad-response' })
  })
})

/** Signature Version 4 as AWS documents it, implemented a second time. */
function isSigned({ method, url, headers }: IncomingMessage, body: string): boolean {
  const header = headers.authorization ?? ''
  const names = /SignedHeaders=([^,]+)/.exec(header)?.[1] ?? ''
  const date = String(headers['x-amz-date'])
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const lines = names.split(';').map((name) => `${name}:${String(headers[name])}`)
  const canonical = [method, url, '', ...lines, '', names, hash(body)].join('\n')
  const scope = [date.slice(0, 8), REGION, 'ecr', 'aws4_request']
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${KEY.secretKey}`)
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), hash(canonical)].join('\n')
  const credential = `Credential=${KEY.accessKey}/${scope.join('/')}`
  return header.includes(credential) && names.includes('host') && header.endsWith(`=${hmac(key, text).toString('hex')}`)
}
