// Runs the tests of one area with one mutant after the other in a single Vitest, so that PostgreSQL and unchanged
// modules are loaded once. `mutate.mjs` starts it with a file that says what to run, and reads one line per mutant.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createVitest } from 'vitest/node'
import { root } from '../processes.mjs'

const HANGS_MS = 300_000
const { project, tests, near, mutants, until } = JSON.parse(readFileSync(process.argv[2], 'utf8'))

const vitest = await createVitest('test', {
  config: join(import.meta.dirname, 'vitest.config.mjs'),
  project: [project],
  reporters: [{}],
  watch: false,
})
const specifications = await vitest.globTestSpecifications(tests)

const featureOf = (path) => /\/src\/\w+\/[^/]+/.exec(path)?.[0]
const specificationsFor = (mutant) =>
  mutant && near
    ? specifications.filter(({ moduleId }) => featureOf(moduleId) === featureOf(mutant.file))
    : specifications

async function pass(mutant) {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specificationsFor(mutant), true)
  return unhandledErrors.length === 0 && testModules.every((module) => module.ok()) ? 'pass' : 'fail'
}

/** A hanging test is abandoned, and its Vitest with it. */
async function tell(mutant) {
  process.env.WAYBILL_MUTANT = JSON.stringify(mutant ?? {})
  if (mutant) vitest.invalidateFile(join(root, mutant.file))
  const tests = await Promise.race([pass(mutant), setTimeout(HANGS_MS, 'hang', { ref: false })])
  if (mutant) vitest.invalidateFile(join(root, mutant.file))
  process.stdout.write(`${JSON.stringify({ tests })}\n`)
  return tests
}

let last = await tell(undefined)
for (const mutant of mutants) if (last !== 'hang' && Date.now() < until) last = await tell(mutant)
await Promise.race([vitest.close(), setTimeout(30_000, undefined, { ref: false })])
process.exit()
