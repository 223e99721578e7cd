import type { TextRange } from '@waybill/layer-text'

/** A text with its percent escapes decoded, and the source range of each part. */
export interface Unescaped {
  text: string
  written: (range: TextRange) => TextRange
}

/** Escapes of the characters that URLs, assignments and keys are recognised by. */
const ESCAPE = /%(?:0[ad]|2[0-9a-f]|3[a-f]|40)/i

/** Decodes percent escapes; undefined if there are none that matter. Non-ASCII characters stay as written. */
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
