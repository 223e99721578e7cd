import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { drawGrowth, type Curve } from './growth-svg.ts'
import type { Timing } from './measure.ts'

export interface Row {
  what: string
  measured: string
  /** What the figure is based on. */
  beside: string
  atMost: string
  isKept: boolean
  curve?: Curve
}

const DOCS = join(import.meta.dirname, '../docs')
const START = '<!-- bench:start -->'
const END = '<!-- bench:end -->'

export const HEAD = '| what | measured | of | at most | kept |\n| --- | --- | --- | --- | --- |'

export const lineOf = ({ what, measured, beside, atMost, isKept }: Row) =>
  `| ${what} | ${measured} | ${beside} | ${atMost} | ${isKept ? 'yes' : '**no**'} |`

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`

interface Ratio {
  ours: Timing
  floor: Timing
  atMost: number
}

/**
 * Kept if both the median and the minimum are within the limit: on a machine in other use, either alone may flatter.
 */
export function ratioRow(what: string, { ours, floor, atMost }: Ratio): Row {
  const ratio = ours.median / floor.median
  const ofLeast = ours.least / floor.least
  return {
    what,
    measured: `${ratio.toFixed(2)} × (least ${ofLeast.toFixed(2)} ×)`,
    beside: `${milliseconds(ours.median)} and ${milliseconds(floor.median)}`,
    atMost: `${atMost} ×`,
    isKept: Math.max(ratio, ofLeast) <= atMost,
  }
}

/** A figure without a floor in the same run. */
export function amountRow(what: string, { value, atMost, unit }: { value: number; atMost: number; unit: string }) {
  return { what, measured: `${value.toFixed(0)} ${unit}`, beside: '', atMost: `${atMost} ${unit}`, isKept: value <= atMost } // prettier-ignore
}

/** The machine that it ran on. */
export function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${memory} GiB, Node ${process.version}, ${process.platform}`
}

/** Writes the table to docs/performance.md, with machine, date and command, and the curves beside it. */
export async function writeReport(rows: readonly Row[]): Promise<void> {
  const file = join(DOCS, 'performance.md')
  const text = await readFile(file, 'utf8')
  const made = `\`npm run bench -- --write\`, ${new Date().toISOString().slice(0, 10)}, on ${machine()}:`
  const block = [START, '', made, '', HEAD, ...rows.map(lineOf), '', END].join('\n')
  await writeFile(file, text.slice(0, text.indexOf(START)) + block + text.slice(text.indexOf(END) + END.length))
  await writeFile(join(DOCS, 'growth.svg'), drawGrowth(rows.flatMap(({ curve }) => curve ?? [])))
}
