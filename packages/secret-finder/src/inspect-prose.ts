import { findAssignments } from './evidence/structure/assignments.ts'
import { findDirectives } from './evidence/structure/directives.ts'
import type { Hit } from './evidence/hit.ts'
import { senseOf } from './evidence/key-names/name-sense.ts'
import { scanShapes } from './evidence/value-shapes/scan-shapes.ts'
import { judgeValue, type Verdict } from './weigh/judge.ts'

/** Finds secrets in a text for people, such as a description or a label, in order and without overlaps. */
export function inspectProse(text: string): Hit[] {
  const hits = [...scanShapes(text), ...findAssignments(text, true), ...findDirectives(text, true)]
  let end = 0
  return hits
    .filter(({ strength }) => strength !== 'possible')
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((hit) => {
      const isApart = hit.start >= end
      end = Math.max(end, hit.end)
      return isApart
    })
}

/**
 * Judges a value by its name, outside of any text: a variable and its default. Undefined when nothing needs to be
 * masked.
 */
export function inspectNamedValue(name: string, value: string): Verdict | undefined {
  const [hit] = inspectProse(value)
  if (hit) return { strength: hit.strength, reason: hit.reason }
  const verdict = judgeValue({ sense: senseOf(name), value, toDefault: 'unknown' })
  return verdict?.strength === 'possible' ? undefined : verdict
}
