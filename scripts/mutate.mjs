// npm run mutate: makes small changes to sources, one at a time, and counts those that no test notices; see
// docs/testing.md. Arguments select areas by name; in each, MUTANTS changes are drawn with SEED and tried for at most
// MINUTES.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { main, root, runNode, StepError } from './processes.mjs'

const { MUTANTS = '15', SEED = '1', MINUTES = '10' } = process.env

/** The result of an area's tests for each of its mutants, `pass`, `fail` or `hang`, as far as time permits. */
async function resultsOf(area, mutants) {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-mutate-'))
  const file = join(folder, 'area.json')
  const until = Date.now() + Number(MINUTES) * 60_000
  const results = []
  try {
    do {
      writeFileSync(file, JSON.stringify({ ...area, mutants: mutants.slice(results.length), until }))
      const { output } = await runNode(['scripts/mutation/run-area.mjs', file], { quiet: true })
      const [unchanged, ...more] = output.split('\n').flatMap((line) => /^\{"tests":"(\w+)"\}$/.exec(line)?.[1] ?? [])
      if (unchanged !== 'pass') throw new StepError(`The tests of ${area.name} fail as they are.\n${output}`)
      results.push(...more)
    } while (results.at(-1) === 'hang' && results.length < mutants.length && Date.now() < until)
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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

/** The same seed and sources give the same mutants. */
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
  const all = area.sources.flatMap(sourcesOf).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    return area.find(file, source).map((mutant) => ({ file, source, ...mutant }))
  })
  const drawn = draw(all, Number(MUTANTS), Number(SEED))
  const results = await resultsOf(
    area,
    drawn.map(({ source: _source, ...mutant }) => mutant),
  )
  for (const [index, tests] of results.entries())
    if (tests === 'pass') process.stdout.write(`  not noticed: ${describeMutant(drawn[index])}\n`)
  const noticed = results.filter((tests) => tests !== 'pass').length
  process.stdout.write(`${area.name}: ${noticed} of ${results.length} noticed, drawn from ${all.length}\n`)
}

await main(async () => {
  await install()
  await generate()
  const { areas } = await import('./mutation/areas.mjs')
  const chosen = process.argv.slice(2)
  for (const area of areas) if (chosen.length === 0 || chosen.includes(area.name)) await mutate(area)
})
