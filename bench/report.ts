import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

export interface Row {
  what: string
  measured: string
  limit: string
  isKept: boolean
}

const FILE = join(import.meta.dirname, '../docs/performance.md')
const START = '<!-- bench:start -->'
const END = '<!-- bench:end -->'

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`

export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => `| ${row.what} | ${row.measured} | ${row.limit} | ${row.isKept ? 'yes' : '**no**'} |`)
  return ['| what | measured | at most | kept |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

/** Milliseconds for work that is always the same: shared machines are several times slower at one hour than at another. */
function additions(): number {
  const start = performance.now()
  let sum = 0
  for (let each = 0; each < 300_000_000; each++) sum += each
  return sum > 0 ? performance.now() - start : Number.NaN
}

/** What it ran on, and how fast that was just now. */
export function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  const speed = `300 million additions took ${milliseconds(additions())} right after`
  return `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${memory} GiB, Node ${process.version}, ${process.platform}; ${speed}`
}

/** Puts the table into docs/performance.md, with machine, date and command. */
export async function writeReport(rows: readonly Row[]): Promise<void> {
  const text = await readFile(FILE, 'utf8')
  const block = `${START}\n\n\`npm run bench -- --write\`, ${new Date().toISOString().slice(0, 10)}, on ${machine()}:\n\n${table(rows)}\n\n${END}`
  const start = text.indexOf(START)
  const end = text.indexOf(END)
  const updated =
    start === -1 ? `${text}\n## Figures\n\n${block}\n` : text.slice(0, start) + block + text.slice(end + END.length)
  await writeFile(FILE, updated)
}
