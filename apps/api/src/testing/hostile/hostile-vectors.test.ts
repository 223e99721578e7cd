import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { watchEventLoop, type EventLoopFigures } from './event-loop-watch.ts'
import { sendFile, type Answer, type SentFile } from './send-file.ts'
import { buildWatchedApp, type WatchedApp } from './watched-app.ts'

const FOLDER = join(import.meta.dirname, '../../../../../../shared/security/vectors')
const INDEX = join(FOLDER, 'vectors.json')

const range = z.tuple([z.number(), z.number()])
const vectorSchema = z.object({
  file: z.string(),
  send: z.object({ filename: z.string(), contentType: z.string() }),
  expect: z.object({
    status: range,
    orStatus: range.default([0, 0]),
    errorClass: z.string().nullable(),
    mustNotContain: z.array(z.string()),
    persistedRows: z.number().nullable(),
    repeat: z.number().default(1),
    parallel: z.number().optional(),
    grepLogsFor: z.array(z.string()).default([]),
  }),
})
type Vector = z.infer<typeof vectorSchema>

/** The vectors' proposals by our codes. What several rules share a class for is refused as a profile, with the rules in the details. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  ARCHIVE_UNSAFE: ['UnsupportedMedia'],
  CONFLICT: ['ClusterProfileAlreadyExists'],
  DUPLICATE_KEY: ['DuplicateKey'],
  ENCODING: ['Encoding'],
  FORBIDDEN_KEY: ['ForbiddenKey'],
  LIMIT_EXCEEDED: ['LimitExceeded', 'PayloadTooLarge'],
  MALFORMED_JSON: ['MalformedJson', 'Empty'],
  REGEX_INVALID: ['RegexInvalid'],
  REGISTRY_NOT_FOUND: ['RegistryNotFound'],
  UNSUPPORTED_MEDIA: ['UnsupportedMedia'],
  VALIDATION: ['NotAProfile', 'ProfileRefused'],
  YAML_INVALID: ['YamlInvalid'],
  YAML_LIMIT: ['YamlLimit', 'LimitExceeded'],
}
const MAXIMUM_ANSWER = 64 * 1024

const vectors = existsSync(INDEX)
  ? z.object({ vectors: z.array(vectorSchema) }).parse(JSON.parse(readFileSync(INDEX, 'utf8'))).vectors
  : []
const oneByOne = vectors.filter(({ expect: { parallel } }) => parallel === undefined)
const together = vectors.filter(({ expect: { parallel } }) => parallel !== undefined)

let test: WatchedApp
const figures: ({ file: string } & EventLoopFigures)[] = []

function fileOf({ file, send }: Vector, way: SentFile['way']): SentFile {
  const read = readFileSync(join(FOLDER, file))
  const isForeign = file.includes('idor-registry-uid')
  const content = isForeign ? read.toString().replace('<UID-OF-OTHER-TENANT-REGISTRY>', test.foreignRegistryUid) : read
  return { way, content, fileName: send.filename, contentType: send.contentType }
}

const isWithin = (status: number, [low, high]: readonly [number, number]) => status >= low && status <= high

/** Its own frames and modules stand in the log on purpose; what else is forbidden stands nowhere. */
const isForbiddenInLogs = (text: string) => text !== 'node_modules' && text.trim() !== 'at'

/** What an answer has that the vector does not want. */
function disagreements({ expect: wanted }: Vector, { status, code = '', text }: Answer): string[] {
  const isClassRight = status < 400 || wanted.errorClass === null || CODES[wanted.errorClass]?.includes(code)
  return [
    ...(isWithin(status, wanted.status) || isWithin(status, wanted.orStatus) ? [] : [`status ${status}`]),
    ...(isClassRight && code !== 'InternalError' ? [] : [`code ${code}`]),
    ...(text.length <= MAXIMUM_ANSWER ? [] : [`${text.length} characters`]),
    ...wanted.mustNotContain.filter((forbidden) => text.includes(forbidden)).map((found) => `answer: ${found}`),
  ]
}

async function check(vector: Vector, way: SentFile['way']): Promise<string[]> {
  const { expect: wanted, file } = vector
  const before = await test.countRows()
  test.logLines.length = 0
  const stopWatching = watchEventLoop()
  const wrong: string[] = []
  for (let round = 0; round < wanted.repeat; round += 1) {
    wrong.push(...disagreements(vector, await sendFile(test, fileOf(vector, way))))
  }
  figures.push({ file, ...stopWatching() })
  const log = test.logLines.join('')
  const forbidden = [...wanted.mustNotContain.filter(isForbiddenInLogs), ...wanted.grepLogsFor]
  wrong.push(...forbidden.filter((text) => log.includes(text)).map((found) => `log: ${found}`))
  const isKept = wanted.persistedRows !== 0 || isDeepStrictEqual(await test.countRows(), before)
  return [...wrong, ...(isKept ? [] : ['something was written']), ...('polluted' in {} ? ['polluted'] : [])]
}

describe.skipIf(vectors.length === 0)('a hostile file of the shared vectors', () => {
  beforeAll(async () => {
    // The limit that the vectors were written for.
    test = await buildWatchedApp({ MAX_TEXT_BYTES: String(512 * 1024) })
  })
  afterAll(async () => {
    const worst = figures.toSorted((a, b) => b.busyMs - a.busyMs)[0]
    process.stdout.write(`hostile files: the event loop was longest busy with ${JSON.stringify(worst)}\n`)
    await test.close()
  })

  it.each(oneByOne)('is answered as it deserves when uploaded: $file', async (vector) => {
    expect(await check(vector, 'multipart')).toEqual([])
  })

  it.each(oneByOne.filter(({ send }) => send.contentType.startsWith('application/json')))(
    'is answered as it deserves as a body: $file',
    async (vector) => {
      expect(await check(vector, 'json')).toEqual([])
    },
  )

  it.each(together)('creates one profile when sent many times at once: $file', async (vector) => {
    const before = await test.countRows()
    const count = vector.expect.parallel ?? 0
    const answers = await Promise.all(Array.from({ length: count }, () => sendFile(test, fileOf(vector, 'multipart'))))
    const conflicts = answers.filter(({ code }) => code === 'ClusterProfileAlreadyExists')
    expect([answers.filter(({ status }) => status === 201).length, conflicts.length]).toEqual([1, count - 1])
    expect((await test.countRows())['profiles']).toBe((before['profiles'] ?? 0) + 1)
  })

  it.runIf(vectors.some(({ file }) => file.includes('idor')))(
    'says the same of a registry of another tenant and of one that nobody has',
    async () => {
      const vector = vectors.find(({ file }) => file.includes('idor'))
      if (!vector) throw new Error('no such vector')
      const foreign = await sendFile(test, fileOf(vector, 'multipart'))
      const file = fileOf(vector, 'multipart')
      const unknown = await sendFile(test, {
        ...file,
        content: String(file.content).replace(test.foreignRegistryUid, 'f'.repeat(24)),
      })
      const withoutRef = (text: string) => ({ ...JSON.parse(text), ref: '' })
      expect(withoutRef(foreign.text)).toEqual(withoutRef(unknown.text))
    },
  )
})
