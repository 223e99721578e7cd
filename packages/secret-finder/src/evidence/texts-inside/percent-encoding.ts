import type { TextRange } from '@waybill/layer-text'

/** A text whose escapes stand for what they mean, and where each part of it is written. */
export interface Unescaped {
  text: string
  written: (range: TextRange) => TextRange
}

/** What addresses, assignments and keys are told by, where a percent sign hides it. */
const ESCAPE = /%(?:0[ad]|2[0-9a-f]|3[a-f]|40)/i

/** A text with what percent signs hide; undefined where they hide nothing. Characters that are not of ASCII stay as written. */
export function withoutPercents(value: string): Unescaped | undefined {
  if (!value.includes('%') || !ESCAPE.test(value)) return undefined
  const starts = new Int32Array(value.length + 1)
  let text = ''
  let from = 0
  const copy = (until: number): void => {
    for (let at = from; at < until; at += 1) starts[text.length + at - from] = at
    text += value.slice(from, until)
  }
  for (const escape of value.matchAll(/%[0-7][0-9a-f]/gi)) {
    copy(escape.index)
    starts[text.length] = escape.index
    text += String.fromCharCode(Number.parseInt(escape[0].slice(1), 16))
    from = escape.index + escape[0].length
  }
  copy(value.length)
  starts[text.length] = value.length
  return { text, written: ({ start, end }) => ({ start: starts[start] ?? 0, end: starts[end] ?? value.length }) }
}
