import { MASK_RUN } from '../masks/mask.ts'
import type { TextRange } from '../text-range.ts'

/**
 * Where in a value what stands for each mask of its template is; undefined where the text around the masks is another one, as
 * after somebody wrote the value anew.
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
