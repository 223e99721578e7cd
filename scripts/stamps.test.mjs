import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root, StepError } from './processes.mjs'
import { whenChanged } from './stamps.mjs'

test('a step whose files cannot be written is not started, and one line says so', async () => {
  let runs = 0
  const step = { stamp: 'package.json/below-a-file', sources: ['package.json'], results: ['missing'] }
  const running = whenChanged(step, () => {
    runs += 1
  })
  await expect(running).rejects.toThrow(/package\.json cannot be written/)
  await expect(running).rejects.toBeInstanceOf(StepError)
  expect(runs).toBe(0)
})

test('a step runs again once any of its results is missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-stamps-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const at = (name) => join(relative(root, folder), name)
  const results = ['one', 'other']
  let runs = 0
  const run = () =>
    whenChanged({ stamp: at('stamp'), sources: ['package.json'], results: results.map(at) }, () => {
      runs += 1
      for (const name of results) writeFileSync(join(folder, name), '')
    })
  await run()
  await run()
  expect(runs).toBe(1)
  rmSync(join(folder, 'other'))
  await run()
  expect(runs).toBe(2)
})
