import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { removeBuilds } from './build-server.mjs'

it('keeps files that a server of the previous build may still load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-builds-'))
  const write = (name, at) => {
    writeFileSync(join(folder, name), '')
    utimesSync(join(folder, name), at, at)
  }
  write('server.mjs', 300)
  write('task-of-now.mjs', 300)
  write('task-of-before.mjs', 200)
  write('task-of-long-ago.mjs', 100)
  removeBuilds(folder, 200 * 1000)
  expect(readdirSync(folder).toSorted()).toEqual(['server.mjs', 'task-of-before.mjs', 'task-of-now.mjs'])
  rmSync(folder, { recursive: true })
})
