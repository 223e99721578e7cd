import { SCALAR_STYLE } from 'js-yaml'
import { quoteYaml } from '../yaml/quote-yaml.ts'
import { isBlockScalar, isPlain, isTypedPlain, scalarValue } from '../yaml/yaml-scalar.ts'
import type { YamlScalar } from '../yaml/yaml-tree.ts'
import { MASK, MASK_RUN } from './mask.ts'
import type { Fill } from './masked-place.ts'

/** Text that means the same in every style and position: no indicators, no spaces. */
const BARE = /^[A-Za-z0-9_./+=@%-]+$/
const PRINTABLE = /^[\x20-\x7e\u00a1-\ud7ff\ue000-\ufefe\uff00-\ufffd]+$/

/** The source of the scalar with its masks filled, in its own style if that can hold the values. */
export function fillScalar(text: string, scalar: YamlScalar, fills: readonly Fill[]): string {
  const byStart = new Map(fills.map((fill) => [fill.start, fill.value]))
  const canStay = fills.every((fill) => fitsStyle(scalar, fill.value) || leavesLine(text, scalar, fill))
  const raw = text.slice(scalar.start, scalar.end)
  if (canStay) {
    const filled = raw.replaceAll(
      MASK_RUN,
      (run, at: number) => escapeFor(scalar, byStart.get(scalar.start + at)) ?? run,
    )
    if (!isPlain(scalar.event) || !isTypedPlain(filled)) return filled
  }
  const values = [...text.slice(scalar.event.valueStart, scalar.event.valueEnd).matchAll(MASK_RUN)].map((run) =>
    byStart.get(scalar.event.valueStart + run.index),
  )
  let index = 0
  return quoteYaml(scalarValue(text, scalar).replaceAll(MASK_RUN, (run) => values[index++] ?? run))
}

function fitsStyle({ event }: YamlScalar, value: string): boolean {
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) return true
  return isPlain(event) ? BARE.test(value) : PRINTABLE.test(value) && value.trim() === value
}

/**
 * An empty value in a block scalar fits if its line begins with other text, so that the line and its indentation
 * remain.
 */
function leavesLine(text: string, { event }: YamlScalar, { value, start }: Fill): boolean {
  return value === '' && isBlockScalar(event) && /\S/.test(text.slice(lineStart(text, start), start))
}

const lineStart = (text: string, at: number) =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1

function escapeFor({ event }: YamlScalar, value: string | undefined): string | undefined {
  if (value === undefined || value === MASK) return value
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED) return quoteYaml(value).slice(1, -1)
  return event.style === SCALAR_STYLE.SINGLE_QUOTED ? value.replaceAll("'", "''") : value
}
