import { MASK_RUN } from '../masks/mask.ts'
import type { TextRange } from '../text-range.ts'

/**
 * The ranges in a value that correspond to the masks of its template; undefined when the text around the masks differs,
 * because somebody rewrote the value.
 */
export function templateParts(template: string, value: string): TextRange[] | undefined {
  const [first = '', ...rest] = template.split(MASK_RUN)
  const last = rest.pop()
  if (last === undefined || !value.startsWith(first)) return undefined
  const parts: TextRange[] = []
  let start = first.length
  for (const between of rest) {
    const end = value.indexOf(between, start)
    if (end < 0) return undefined
    parts.push({ start, end })
    start = end + between.length
  }
  const end = value.length - last.length
  return end >= start && value.endsWith(last) ? [...parts, { start, end }] : undefined
}
