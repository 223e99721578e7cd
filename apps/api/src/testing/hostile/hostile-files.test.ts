import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packOf, profileJson } from '../documents.ts'
import { ACCEPTED, REFUSED, SECRET } from './own-files.ts'
import { sendFile } from './send-file.ts'
import { buildWatchedApp, type WatchedApp } from './watched-app.ts'

let test: WatchedApp
beforeAll(async () => {
  test = await buildWatchedApp()
})
afterAll(() => test.close())

const WAYS = ['multipart', 'json'] as const
const isText = ({ content }: { content: string | Uint8Array }) => typeof content === 'string'

describe.each(WAYS)('a hostile file, sent as %s', (way) => {
  it.each(REFUSED)('is refused: $what', async ({ content, status, code }) => {
    const before = await test.countRows()
    test.logLines.length = 0
    const answer = await sendFile(test, { way, content })
    expect(answer).toMatchObject({ status, code })
    expect(answer.text.length).toBeLessThanOrEqual(64 * 1024)
    expect(answer.text + test.logLines.join('')).not.toContain(SECRET)
    expect(await test.countRows()).toEqual(before)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it.each(ACCEPTED.filter(isText))('is imported where it is odd but right: $what', async ({ content }) => {
    expect(await sendFile(test, { way, content })).toMatchObject({ status: 201 })
  })

  it('leaves the process answering the same file again and again', async () => {
    const [deep] = REFUSED.filter(({ what }) => what === 'YAML lists in lists')
    for (let round = 0; round < 5; round += 1) {
      expect(await sendFile(test, { way, content: deep?.content ?? '' })).toMatchObject({ status: 422 })
    }
  })

  it('leaves the next good import working', async () => {
    const packs = [packOf({ name: 'hello-universe', version: '1.2.0', tag: '1.2.0' })]
    expect(await sendFile(test, { way, content: profileJson({ name: 'good', packs }) })).toMatchObject({ status: 201 })
  })
})
