import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../../app.ts'
import { buildTestApp, type TestApp } from '../../../testing/test-app.ts'

/** The overload guard samples every second. */
const SAMPLE_MS = 1_000
const directory = mkdtempSync(join(tmpdir(), 'waybill-overload-'))

let test: TestApp
let app: Awaited<ReturnType<typeof buildApp>>
beforeAll(async () => {
  test = await buildTestApp()
  app = await buildApp(test.deps, { consoleDirectory: directory })
})
afterAll(async () => {
  await app.close()
  await test.close()
  rmSync(directory, { recursive: true })
})

/** Blocks the thread, as a suspended machine or loading modules does. */
const standStill = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

it('a process that was blocked for a moment answers at once', async () => {
  const statuses = []
  for (let moment = 0; moment < 3; moment += 1) {
    standStill(1.2 * SAMPLE_MS)
    await nextTurn()
    statuses.push((await app.inject({ url: '/v1/users/info' })).statusCode)
  }
  expect(statuses).toEqual([401, 401, 401])
})
