import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { machine } from '../report.ts'

export interface Row {
  fault: string
  /** How often, on what. */
  tried: string
  seen: string
  promised: string
  isKept: boolean
}

export interface ChaosOptions {
  /** Rounds of what is done again and again. */
  rounds: number
  soakMinutes: number
}

export interface Case {
  name: string
  run: (options: ChaosOptions) => Promise<Row[]>
}

const FILE = join(import.meta.dirname, '../../docs/reliability.md')
const START = '<!-- chaos:start -->'
const END = '<!-- chaos:end -->'

export function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ fault, tried, seen, promised, isKept }) =>
      `| ${fault} | ${tried} | ${seen} | ${promised} | ${isKept ? 'yes' : '**no**'} |`,
  )
  return ['| fault | tried | seen | promised | kept |', '| --- | --- | --- | --- | --- |', ...lines].join('\n')
}

/** Puts the table into docs/reliability.md, with machine, date and command. */
export async function writeReport(rows: readonly Row[], command: string): Promise<void> {
  const text = await readFile(FILE, 'utf8')
  const [start, end] = [text.indexOf(START), text.indexOf(END)]
  if (start === -1 || end === -1) throw new Error('docs/reliability.md has no place for the table')
  const day = new Date().toISOString().slice(0, 10)
  const block = `${START}\n\n\`${command}\`, ${day}, on ${machine()}:\n\n${table(rows)}\n\n`
  await writeFile(FILE, text.slice(0, start) + block + text.slice(end))
}

export const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`
