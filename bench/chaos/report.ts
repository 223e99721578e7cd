import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { machine } from '../report.ts'

export interface Row {
  fault: string
  /** What was done, and how often. */
  tried: string
  seen: string
  promised: string
  isKept: boolean | 'not tried'
}

export interface ChaosOptions {
  /** Rounds of the repeated cases. */
  rounds: number
  soakMinutes: number
}

export interface Case {
  name: string
  run: (options: ChaosOptions) => Promise<Row[]>
}

const VERDICTS = new Map<Row['isKept'], string>([
  [true, 'yes'],
  [false, '**no**'],
  ['not tried', 'not tried'],
])

const FILE = join(import.meta.dirname, '../../docs/reliability.md')
const START = '<!-- chaos:start -->'
const END = '<!-- chaos:end -->'

export function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ fault, tried, seen, promised, isKept }) =>
      `| ${fault} | ${tried} | ${seen} | ${promised} | ${VERDICTS.get(isKept)} |`,
  )
  return ['| fault | tried | seen | promised | kept |', '| --- | --- | --- | --- | --- |', ...lines].join('\n')
}

/** Writes the rows to docs/reliability.md: each replaces the row of the same fault, or is appended. */
export async function writeReport(rows: readonly Row[]): Promise<void> {
  const text = await readFile(FILE, 'utf8')
  const [start, end] = [text.indexOf(START), text.indexOf(END)]
  if (start === -1 || end === -1) throw new Error('docs/reliability.md has no place for the table')
  const [, , ...lines] = text.slice(start, end).match(/^\|.*$/gm) ?? []
  const written = new Map(lines.map((line) => [faultOf(line), line]))
  for (const line of table(rows).split('\n').slice(2)) written.set(faultOf(line), line)
  const day = new Date().toISOString().slice(0, 10)
  const told = `Each row by the last run of its case, the last of them on ${day}, on ${machine()}:`
  const block = [START, '', told, '', table([]), ...written.values(), '', ''].join('\n')
  await writeFile(FILE, text.slice(0, start) + block + text.slice(end))
}

const faultOf = (line: string) => line.split('|')[1]?.trim() ?? ''

export const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`

export const megabytes = (value: number) => `${value.toFixed(0)} MB`
