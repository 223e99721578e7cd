import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { packOf, profileJson } from '../documents.ts'
import { as } from '../test-app.ts'
import { sendFile } from './send-file.ts'
import { buildWatchedApp, type WatchedApp } from './watched-app.ts'

let test: WatchedApp
beforeAll(async () => {
  test = await buildWatchedApp()
})
afterAll(() => test.close())
beforeEach(() => {
  test.logLines.length = 0
})

const packs = [packOf({ name: 'hello-universe', version: '1.2.0', tag: '1.2.0' })]

async function exportNamed(name: string): Promise<Response> {
  const sent = await sendFile(test, { way: 'multipart', content: profileJson({ name, packs }) })
  expect(sent.status).toBe(201)
  const { uid } = JSON.parse(sent.text)
  const { users, projects } = test.fixtures.stage
  return fetch(`${test.address}/v1/clusterprofiles/${uid}/export`, { headers: as(users.tenantAdmin, projects.default) })
}

const SAFE = /^attachment; filename="[A-Za-z0-9_][A-Za-z0-9._-]{0,99}\.json"(?:; filename\*=UTF-8''[A-Za-z0-9._~%-]+)?$/
const WINDOWS_DEVICE = /filename="(?:con|prn|aux|nul|com\d|lpt\d)[."]/i

describe('a profile with an odd name', () => {
  it.each([
    '../../../etc/passwd',
    '..\\..\\x',
    '.',
    '-rf',
    'a"; filename="evil.exe',
    "a'b''c%22%0d%0a",
    'CON',
    'nul.txt',
    'Com1.json',
    '=HYPERLINK("http://a/","b")',
    '@SUM(1)',
    '<img src=x onerror=alert(1)>',
    "'; DROP TABLE profiles; --",
    '${jndi:ldap://a/b}',
    '%s%n%x',
    'الملف 雲 🚀',
    'n'.repeat(253),
  ])('is downloaded under a safe file name: %j', async (name) => {
    const answer = await exportNamed(name)
    const header = answer.headers.get('content-disposition') ?? ''
    expect(header).toMatch(SAFE)
    expect(header).not.toMatch(WINDOWS_DEVICE)
    expect(JSON.parse(await answer.text())).toMatchObject({ metadata: { name } })
  })

  it('leaves one line per request in the log, without the name', async () => {
    await exportNamed('log ${x} forged"}')
    const requests = test.logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request')
    expect(requests.map(({ route, status }) => [route, status])).toEqual([
      ['/v1/clusterprofiles/import/file', 201],
      ['/v1/clusterprofiles/:uid/export', 200],
    ])
    expect(test.logLines.join('')).not.toContain('forged')
    expect(test.logLines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true)
  })

  it.each(['a\r\nX-Evil: 1', 'a\nb', 'a\u0000b', '\u001b[2Ja', 'a\u202eb', '   '])(
    'is refused with %j in it',
    async (name) => {
      expect((await sendFile(test, { way: 'multipart', content: profileJson({ name, packs }) })).status).toBe(422)
    },
  )
})

describe('a query that tries to reach the log', () => {
  it('is in none of its lines', async () => {
    await fetch(`${test.address}/v1/clusterprofiles/import/file?format=%0d%0aforged%1b[31m`, { method: 'POST' })
    await fetch(`${test.address}/forged-path-%0a`)
    expect(test.logLines.join('')).not.toContain('forged')
  })
})
