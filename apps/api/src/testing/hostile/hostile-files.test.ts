import { isDeepStrictEqual } from 'node:util'
import { hostileFiles, tellWithout, type HostileFile } from '@waybill/test-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packOf, profileJson } from '../documents.ts'
import { sendFile, type Answer, type SentFile } from './send-file.ts'
import { buildWatchedApp, type WatchedApp } from './watched-app.ts'

const MAXIMUM_ANSWER = 64 * 1024

let test: WatchedApp
beforeAll(async () => {
  // The limit that these files were written for.
  test = await buildWatchedApp({ MAX_TEXT_BYTES: String(512 * 1024) })
})
afterAll(() => test.close())

const files = hostileFiles()
const oneByOne = files.filter(({ parallel }) => parallel === undefined)
const together = files.filter(({ parallel }) => parallel !== undefined)
const WAYS = {
  multipart: oneByOne,
  json: oneByOne.filter(({ contentType }) => contentType.startsWith('application/json')),
} as const

const ofForeignRegistry = (file: HostileFile, uid: string) =>
  file.foreignRegistry === undefined
    ? file.bytes()
    : new TextDecoder().decode(file.bytes()).replace(file.foreignRegistry, uid)

const sentAs = (file: HostileFile, way: SentFile['way']): SentFile => ({
  way,
  content: ofForeignRegistry(file, test.foreignRegistryUid),
  fileName: file.fileName,
  contentType: file.contentType,
})

/** The log contains our own stack frames and modules on purpose; other forbidden texts must not be in it. */
const isForbiddenInLogs = (text: string) => text !== 'node_modules' && text.trim() !== 'at'

/** How a response differs from the one that the file should get. */
function disagreements(wanted: HostileFile, { status, code = '', text }: Answer): string[] {
  const isStatusRight = wanted.statuses.some(([lowest, highest]) => status >= lowest && status <= highest)
  const isCodeRight = status < 400 || wanted.codes.length === 0 || wanted.codes.includes(code)
  return [
    ...(isStatusRight ? [] : [`status ${status}`]),
    ...(isCodeRight && code !== 'InternalError' ? [] : [`code ${code}`]),
    ...(text.length <= MAXIMUM_ANSWER ? [] : [`${text.length} characters`]),
    ...wanted.mustNotContain.filter((forbidden) => text.includes(forbidden)).map((found) => `answer: ${found}`),
  ]
}

/** Everything that goes wrong when a file is sent. */
async function judge(file: HostileFile, way: SentFile['way']): Promise<string[]> {
  const before = await test.countRows()
  test.logLines.length = 0
  const wrong: string[] = []
  for (let round = 0; round < file.repeat; round += 1) {
    wrong.push(...disagreements(file, await sendFile(test, sentAs(file, way))))
  }
  const log = test.logLines.join('')
  const told = file.mustNotContain.filter((text) => isForbiddenInLogs(text) && log.includes(text))
  const isClean = file.isKept || isDeepStrictEqual(await test.countRows(), before)
  return [
    ...wrong,
    ...told.map((found) => `log: ${found}`),
    ...(isClean ? [] : ['something was written']),
    ...('polluted' in {} ? ['polluted'] : []),
  ]
}

tellWithout('security/vectors')

describe.each(['multipart', 'json'] as const)('a hostile file, sent as %s', (way) => {
  it.each(WAYS[way])('gets the expected answer: $name', async (file) => {
    expect(await judge(file, way)).toEqual([])
  })

  it('leaves the next valid import working', async () => {
    const packs = [packOf({ name: 'hello-universe', version: '1.2.0', tag: '1.2.0' })]
    const content = profileJson({ name: 'good', packs })
    expect(await sendFile(test, { way, content })).toMatchObject({ status: 201 })
  })
})

describe('a file that is sent many times at once', () => {
  it.each(together)('creates one profile: $name', async (file) => {
    const before = await test.countRows()
    const count = file.parallel ?? 0
    const answers = await Promise.all(Array.from({ length: count }, () => sendFile(test, sentAs(file, 'multipart'))))
    const conflicts = answers.filter(({ code }) => code === 'ClusterProfileAlreadyExists')
    expect([answers.filter(({ status }) => status === 201).length, conflicts.length]).toEqual([1, count - 1])
    expect((await test.countRows())['profiles']).toBe((before['profiles'] ?? 0) + 1)
  })
})

describe('a registry of another tenant', () => {
  it.each(files.filter(({ foreignRegistry }) => foreignRegistry !== undefined))(
    'looks like a registry that does not exist: $name',
    async (file) => {
      const foreign = await sendFile(test, sentAs(file, 'multipart'))
      const content = ofForeignRegistry(file, 'f'.repeat(24))
      const unknown = await sendFile(test, { ...sentAs(file, 'multipart'), content })
      const withoutRef = (text: string) => ({ ...JSON.parse(text), ref: '' })
      expect(withoutRef(foreign.text)).toEqual(withoutRef(unknown.text))
    },
  )
})
