import { RE2JS } from 're2js'
import type { Limits } from './limits.ts'

/** Nested counts multiply; RE2 itself copies the repeated part this often. */
const NESTED_REPEATS = 1_000
/** Counts that stand side by side add up; measured: 4,000 copies compile in about 20 ms. */
const TOTAL_REPEATS = 4_000

export type RegexRefusal = 'too-long' | 'too-many-repeats' | 'syntax'

/** A pattern that was accepted; `matches` searches anywhere in the subject, as Go's `MatchString` does. */
export type CompiledRegex =
  { isValid: true; matches: (subject: string) => boolean } | { isValid: false; reason: RegexRefusal }

type RegexLimits = Pick<Limits, 'regexCharacters' | 'regexSubjectCharacters'>

/**
 * Compiles a user's pattern as RE2, the syntax of the original (linear time, no lookaround, no backreferences), with bounds on
 * length and repeat counts (threats §3). Subjects over the limit do not match. Never throws.
 */
export function compileRegex(pattern: string, limits: RegexLimits): CompiledRegex {
  if (pattern.length > limits.regexCharacters) return { isValid: false, reason: 'too-long' }
  if (hasTooManyRepeats(pattern)) return { isValid: false, reason: 'too-many-repeats' }
  try {
    const regex = RE2JS.compile(pattern)
    return {
      isValid: true,
      matches: (subject) => subject.length <= limits.regexSubjectCharacters && regex.test(subject),
    }
  } catch {
    // The engine's own words quote the pattern, so they go nowhere.
    return { isValid: false, reason: 'syntax' }
  }
}

/** How often the heaviest part of a group is copied, and all parts together. */
interface RepeatCost {
  nested: number
  total: number
}

const TOKEN =
  /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:[a-z^]*:\]|[^\]\\])*\]|\{(\d+)(?:(,)(\d*))?\}|[()]|[\s\S]/g

function hasTooManyRepeats(pattern: string): boolean {
  const outer: RepeatCost[] = []
  let group: RepeatCost = { nested: 1, total: 0 }
  let last: RepeatCost = { nested: 1, total: 0 }
  for (const token of pattern.matchAll(TOKEN)) {
    const text = token[0]
    if (text === '(') {
      outer.push(group)
      group = { nested: 1, total: 0 }
      last = { nested: 1, total: 0 }
    } else if (text === ')') {
      last = group
      group = add(outer.pop() ?? { nested: 1, total: 0 }, last)
    } else if (token[1] !== undefined) {
      const repeated = multiply(last, Math.max(Number(token[1]), Number(token[3] ?? 0)))
      group = add(group, repeated)
      last = repeated
    } else {
      last = { nested: 1, total: 0 }
    }
    if (group.nested > NESTED_REPEATS || group.total > TOTAL_REPEATS) return true
  }
  return false
}

function add(left: RepeatCost, right: RepeatCost): RepeatCost {
  return { nested: Math.max(left.nested, right.nested), total: left.total + right.total }
}

function multiply(cost: RepeatCost, count: number): RepeatCost {
  return { nested: cost.nested * Math.max(count, 1), total: Math.max(cost.total, 1) * count }
}
