// npm run mutate: changes sources in small ways, one at a time, and counts how many changes no test notices; see docs/testing.md.
// Names as arguments choose some of the areas; MUTANTS changes are drawn in each by SEED.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { areas } from './mutation/areas.mjs'
import { main, root, runNode, StepError } from './processes.mjs'

const { MUTANTS = '15', SEED = '1' } = process.env
const HANGS_MS = 300_000

/** Runs the tests of an area with a mutant, or with none. */
async function pass({ project, tests }, mutant) {
  const args = [
    'run',
    '--config',
    'scripts/mutation/vitest.config.mjs',
    '--project',
    project,
    '--reporter=dot',
    ...tests,
  ]
  const env = mutant && { WAYBILL_MUTANT: JSON.stringify(mutant) }
  const { code } = await runNode(['node_modules/vitest/vitest.mjs', ...args], { quiet: true, timeout: HANGS_MS, env })
  return code === 0
}

function sourcesOf(path) {
  if (!existsSync(join(root, path)))
    throw new StepError(`${path} is not there any more; see scripts/mutation/areas.mjs`)
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.fixture.ts'))
    .map((name) => `${path}/${name}`)
    .sort()
}

/** The same seed draws the same mutants from the same sources. */
function draw(all, count, seed) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return all
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one)
}

function describeMutant({ file, source, start, end, text }) {
  const line = source.slice(0, start).split('\n').length
  const short = (code) => code.replace(/\s+/g, ' ').trim().slice(0, 80) || 'nothing'
  return `${file}:${line}: ${short(source.slice(start, end))} → ${short(text)}`
}

async function mutate(area) {
  if (!(await pass(area))) throw new StepError(`The tests of ${area.name} fail as they are.`)
  const { findMutants } = await import('./mutation/find-mutants.mjs')
  const all = area.sources.flatMap(sourcesOf).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    return findMutants(file, source).map((mutant) => ({ file, source, ...mutant }))
  })
  const drawn = draw(all, Number(MUTANTS), Number(SEED))
  let noticed = 0
  for (const mutant of drawn) {
    const { source: _source, ...given } = mutant
    if (await pass(area, given)) process.stdout.write(`  not noticed: ${describeMutant(mutant)}\n`)
    else noticed += 1
  }
  process.stdout.write(`${area.name}: ${noticed} of ${drawn.length} noticed, drawn from ${all.length}\n`)
}

await main(async () => {
  await install()
  await generate()
  const chosen = process.argv.slice(2)
  for (const area of areas) if (chosen.length === 0 || chosen.includes(area.name)) await mutate(area)
})
