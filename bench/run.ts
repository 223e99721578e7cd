import { parseArgs } from 'node:util'
import { openBench } from './cases/bench.ts'
import { cases } from './cases/cases.ts'
import { HEAD, lineOf, writeReport, type Row } from './report.ts'

const { values: options, positionals } = parseArgs({
  options: { write: { type: 'boolean' }, runs: { type: 'string', default: '20' } },
  allowPositionals: true,
})
const names = positionals.length > 0 ? positionals : Object.keys(cases)
const unknown = names.filter((name) => !Object.hasOwn(cases, name))
if (unknown.length > 0 || (options.write && positionals.length > 0)) {
  process.stderr.write(`--write takes all cases. There is no other than ${Object.keys(cases).join(', ')}\n`)
  process.exit(1)
}

const bench = await openBench(Number(options.runs))
const rows: Row[] = []
process.stdout.write(`${HEAD}\n`)
try {
  for (const name of names) {
    for (const row of await rowsOf(name)) {
      rows.push(row)
      process.stdout.write(`${lineOf(row)}\n`)
    }
  }
} finally {
  await bench.close()
}
if (options.write) await writeReport(rows)

/** A case that fails loses only its own rows. */
async function rowsOf(name: string): Promise<Row[]> {
  try {
    return (await cases[name]?.(bench)) ?? []
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`)
    return [{ what: name, measured: 'failed', beside: '', atMost: '', isKept: false }]
  }
}
