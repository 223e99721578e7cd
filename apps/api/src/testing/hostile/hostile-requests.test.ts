import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { packOf, profileJson } from '../documents.ts'
import { as } from '../test-app.ts'
import { importFileOf, multipartOf, type BodyPart } from './multipart-body.ts'
import { sendFile } from './send-file.ts'
import { buildWatchedApp, type WatchedApp } from './watched-app.ts'

const PATH = '/v1/clusterprofiles/import/file'
const packs = [packOf({ name: 'hello-universe', version: '1.2.0', tag: '1.2.0' })]
const file: BodyPart = { name: 'importFile', fileName: 'a.json', content: profileJson({ packs }) }

let test: WatchedApp
let before: Record<string, number>
beforeAll(async () => {
  test = await buildWatchedApp()
})
afterAll(() => test.close())
beforeEach(async () => {
  before = await test.countRows()
  test.logLines.length = 0
})

const credentials = () => {
  const { users, projects } = test.fixtures.stage
  return as(users.projectAdmin, projects.default)
}
const post = async ({ payload, headers }: { payload: Buffer; headers: Record<string, string> }, path = PATH) => {
  const body = new Uint8Array(payload)
  const options = {
    method: 'POST',
    body,
    headers: { ...credentials(), ...headers },
  }
  const response = await fetch(test.address + path, options)
  return { status: response.status, body: await response.json() }
}
const fields = (count: number) => Array.from({ length: count }, (_none, at) => ({ name: `f${at}`, content: 'x' }))

describe('a malformed upload', () => {
  it.each([
    ['two files', [file, file]],
    ['two files under two names', [file, { ...file, name: 'other' }]],
    ['a file under another name', [{ ...file, name: 'file' }]],
    ['a file named __proto__', [{ ...file, name: '__proto__' }]],
    ['a file named constructor', [{ ...file, name: 'constructor' }]],
    ['a field named __proto__', [{ name: '__proto__', content: '{}' }, file]],
    ['a thousand fields', [...fields(1_000), file]],
    ['no file', fields(2)],
    ['the document as a field', [{ name: 'importFile', content: file.content }]],
    ['a field over its limit', [{ name: 'decisions', content: 'x'.repeat(1_100_000) }, file]],
    ['decisions that are no JSON', [file, { name: 'decisions', content: '{' }]],
    ['decisions nested deeply', [file, { name: 'decisions', content: '['.repeat(100_000) }]],
    ['decisions with a prototype', [file, { name: 'decisions', content: '{"__proto__":{"publish":true}}' }]],
    ['decisions that nobody knows', [file, { name: 'decisions', content: '{"isAdmin":true}' }]],
    ['a name of a hundred thousand characters', [{ ...file, name: 'n'.repeat(100_000) }]],
  ])('is refused and writes nothing: %s', async (_what, parts) => {
    const { status, body } = await post(multipartOf(parts))
    expect({ status, body }).toMatchObject({ status: expect.toSatisfy((code) => [400, 413, 415, 422].includes(code)) })
    expect(await test.countRows()).toEqual(before)
  })

  it.each([
    ['without an end', multipartOf([file], { isEnded: false }).payload],
    ['without a part', Buffer.from('--hostile-boundary--\r\n')],
    ['with another boundary', importFileOf(file.content, {}, { boundary: 'another' }).payload],
    ['of nothing', Buffer.alloc(0)],
    ['of noise', Buffer.alloc(100_000, 0xfe)],
  ])('is refused and writes nothing: a body %s', async (_what, payload) => {
    const { status } = await post({
      payload,
      headers: { 'content-type': 'multipart/form-data; boundary=hostile-boundary' },
    })
    expect([400, 413, 415]).toContain(status)
    expect(await test.countRows()).toEqual(before)
  })

  it.each(['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/mixed; boundary=hostile-boundary'])(
    'is refused and writes nothing: content type %s',
    async (contentType) => {
      const { status } = await post({ payload: multipartOf([file]).payload, headers: { 'content-type': contentType } })
      expect([400, 415]).toContain(status)
      expect(await test.countRows()).toEqual(before)
    },
  )

  it.each([
    ['of a hundred thousand characters', [`X-Long: ${'h'.repeat(100_000)}`]],
    ['by the thousand', fields(1_000).map(({ name }) => `X-${name}: 1`)],
  ])('is refused and writes nothing: headers of a part %s', async (_what, headers) => {
    const upload = importFileOf(file.content, { headers })
    const mislabelled = { ...upload, headers: { 'content-type': 'application/json' } }
    for (const sent of [upload, mislabelled]) {
      expect(await post(sent)).toMatchObject({ status: 413, body: { code: 'PayloadTooLarge' } })
    }
    expect(await test.countRows()).toEqual(before)
  })

  it.each([
    ['two files', [file, file]],
    ['two files under two names', [file, { ...file, name: 'other' }]],
    ['a thousand fields', [...fields(1_000), file]],
  ])('says that it takes one file: %s', async (_what, parts) => {
    const message = expect.stringContaining('one multipart part importFile') as string
    expect(await post(multipartOf(parts))).toMatchObject({ status: 400, body: { code: 'BadRequest', message } })
  })

  it('is read if it is merely labelled as JSON, by a client that labels everything so', async () => {
    const { payload } = importFileOf(profileJson({ name: 'mislabelled', packs }), { fileName: 'blob' })
    expect(await post({ payload, headers: { 'content-type': 'application/json' } })).toMatchObject({ status: 201 })
  })

  it.each([
    ['without an end', multipartOf([file], { isEnded: false })],
    ['of two files', multipartOf([file, file])],
    ['without a file', multipartOf(fields(2))],
    ['of a thousand fields', multipartOf([...fields(1_000), file])],
  ])('is refused and writes nothing: mislabelled as JSON, %s', async (_what, { payload }) => {
    const { status } = await post({ payload, headers: { 'content-type': 'application/json' } })
    expect([400, 413]).toContain(status)
    expect(await test.countRows()).toEqual(before)
  })

  it('is refused when the request itself has a header of a hundred thousand characters', async () => {
    const { payload, headers } = importFileOf(file.content)
    expect(await post({ payload, headers: { ...headers, 'x-long': 'h'.repeat(100_000) } })).toMatchObject({
      status: 431,
    })
  })

  it('is refused while it streams when it is over the limit', async () => {
    const { status, body } = await post(importFileOf(Buffer.alloc(17 * 1024 * 1024, 0x20)))
    expect({ status, body }).toMatchObject({ status: 413, body: { code: 'PayloadTooLarge' } })
    expect(await test.countRows()).toEqual(before)
  })
})

describe('a body that pretends', () => {
  it('to be an uploaded file is not one', async () => {
    const forged = {
      importFile: [{ file: 'x', buffer: { type: 'Buffer', data: [] }, filename: '../x', mimetype: 'a/b' }],
    }
    const answer = await post({
      payload: Buffer.from(JSON.stringify(forged)),
      headers: { 'content-type': 'application/json' },
    })
    expect(answer).toMatchObject({ status: 422, body: { code: 'NotAProfile' } })
    expect(await test.countRows()).toEqual(before)
  })

  it.each(['gzip', 'deflate', 'br', 'identity, gzip'])('to be %s is not unpacked', async (encoding) => {
    const compressed = gzipSync(Buffer.alloc(1_000_000))
    for (const sent of [
      importFileOf(compressed),
      { payload: compressed, headers: { 'content-type': 'application/json' } },
    ]) {
      const headers = { ...sent.headers, 'content-encoding': encoding }
      expect(await post({ ...sent, headers })).toMatchObject({ status: 415, body: { code: 'UnsupportedMedia' } })
    }
    expect(await test.countRows()).toEqual(before)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'text/html', 'application/json\ta'])(
    'to be %s is not accepted',
    async (contentType) => {
      const { status } = await post(
        { payload: Buffer.from(file.content), headers: { 'content-type': contentType } },
        '/v1/clusterprofiles/import',
      )
      expect(status).toBe(415)
      expect(await test.countRows()).toEqual(before)
    },
  )
})

describe('the name of a file', () => {
  it.each([
    ['../../../../etc/cron.d/x.json', 'x.json'],
    ['C:\\Windows\\System32\\x.json', 'x.json'],
    [`${'n'.repeat(5_000)}.json`, 'n'.repeat(255)],
    ['\u001b[31mred\u0007.json', '[31mred.json'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['..', ''],
    ['', ''],
  ])('is only ever shown to people: %j', async (fileName, kept) => {
    const content = profileJson({ name: `file ${Buffer.from(fileName).toString('hex').slice(0, 60)}`, packs })
    expect(await sendFile(test, { way: 'multipart', content, fileName })).toMatchObject({ status: 201 })
    const record = await test.deps.prisma.importRecord.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    expect(record.fileName).toBe(kept)
    expect(test.logLines.join('')).not.toContain('cron.d')
  })
})

describe('a client that goes away', () => {
  const mark = randomUUID()
  const content = profileJson({
    packs: [packOf({ name: 'hello-universe', version: '1.2.0', values: `# ${mark.repeat(12_000)}\n` })],
  })
  const requestHead = (length: number, contentType: string) =>
    [
      `POST ${PATH} HTTP/1.1`,
      `Host: ${new URL(test.address).host}`,
      ...Object.entries(credentials()).map(([name, value]) => `${name}: ${value}`),
      `Content-Type: ${contentType}`,
      `Content-Length: ${length}`,
      '\r\n',
    ].join('\r\n')
  /** Other tests write to the same folder at the same time, so only files with this upload's content count. */
  const uploadsIn = (folder: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(folder, entry.name))
      .filter((file) => (statSync(file, { throwIfNoEntry: false })?.size ?? Infinity) <= content.length)
      .filter((file) => readFileSync(file).includes(mark))
  const openConnections = () =>
    new Promise<number>((resolve, reject) =>
      test.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    )

  it.each([10, 50, 99])('after %i per cent leaves nothing behind', async (percent) => {
    const upload = importFileOf(content)
    const socket = connect(Number(new URL(test.address).port), '127.0.0.1')
    socket.on('error', () => undefined)
    const sent = upload.payload.subarray(0, Math.floor((upload.payload.length * percent) / 100))
    await new Promise<void>((resolve) =>
      socket.write(requestHead(upload.payload.length, upload.headers['content-type']), () => resolve()),
    )
    await new Promise<void>((resolve) => socket.write(sent, () => resolve()))
    await expect.poll(() => test.logLines.join('')).toContain('multipart')
    const connections = await openConnections()
    socket.destroy()
    await expect.poll(openConnections).toBeLessThan(connections)
    await expect.poll(() => test.logLines.filter((line) => line.includes(PATH)).length).toBe(1)
    expect(test.logLines.join('')).toContain('client went away')
    expect(await test.countRows()).toEqual(before)
    expect(uploadsIn(tmpdir())).toEqual([])
  })
})
