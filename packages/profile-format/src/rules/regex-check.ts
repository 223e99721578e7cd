import { RE2JS } from 're2js'
import { LIMITS } from '../limits.ts'

/** Counts of nested repeats multiply, and RE2 copies the repeated part that many times. */
const NESTED_REPEATS = 1_000
/** The number of atoms once all repeats are expanded: roughly the size of the compiled program. */
const WRITTEN_ATOMS = 2_000
/** Measured: compiling an atom takes as long as matching it against a hundred characters. */
const COMPILE_STEPS = 100
/** Takes about half a second on one slow core. */
const STEPS = 5_000_000

/** Why a pattern was refused. */
export type RegexRefusal = 'too-long' | 'too-many-repeats' | 'syntax'

/** The work left for checking a document's patterns. Even linear-time matching is not free. */
export interface RegexBudget {
  steps: number
}

/** A fresh budget for all patterns of one document. */
export function createRegexBudget(): RegexBudget {
  return { steps: STEPS }
}

interface RegexQuestion {
  pattern: string
  /** A text that the pattern must match somewhere, as in Go's `MatchString`; absent to check the pattern alone. */
  subject?: string | undefined
  budget?: RegexBudget
}

/** A pattern that was accepted and compiled. */
export interface CompiledRegex {
  /**
   * Whether the pattern matches anywhere in a subject; undefined when the subject is too long or the budget is spent.
   */
  matches: (subject: string) => boolean | undefined
}

interface RegexSource extends Omit<RegexQuestion, 'subject'> {
  /** The maximum length of the pattern in characters. */
  longest?: number
}

/**
 * Checks a user's pattern against RE2, Palette's syntax (no lookaround, no backreferences), within limits on its
 * length, its repeat counts and the work per document. A subject over the limit does not match. Never throws and never
 * uses JavaScript's backtracking engine.
 */
export function checkRegex({ subject, ...source }: RegexQuestion): 'valid' | 'no-match' | RegexRefusal {
  if (source.pattern.length > LIMITS.regexCharacters) return 'too-long'
  if (subject !== undefined && subject.length > LIMITS.regexSubjectCharacters) return 'no-match'
  const regex = compileRegex(source)
  if (typeof regex === 'string') return regex
  const isMatch = subject === undefined || regex.matches(subject)
  return isMatch === undefined ? 'too-many-repeats' : isMatch ? 'valid' : 'no-match'
}

/** Like `checkRegex` for many subjects: the pattern is compiled, and charged to the budget, once. */
export function compileRegex({
  pattern,
  budget = createRegexBudget(),
  longest = LIMITS.regexCharacters,
}: RegexSource): CompiledRegex | RegexRefusal {
  if (pattern.length > longest) return 'too-long'
  const weight = weigh(pattern)
  if (weight.nested > NESTED_REPEATS || weight.atoms > WRITTEN_ATOMS) return 'too-many-repeats'
  if (!spend(budget, weight.atoms * COMPILE_STEPS)) return 'too-many-repeats'
  try {
    const regex = RE2JS.compile(pattern)
    return {
      matches: (subject) => {
        if (subject.length > LIMITS.regexSubjectCharacters) return undefined
        return spend(budget, weight.atoms * subject.length) ? regex.test(subject) : undefined
      },
    }
  } catch {
    // The engine's message quotes the pattern, so it is dropped.
    return 'syntax'
  }
}

function spend(budget: RegexBudget, steps: number): boolean {
  budget.steps -= steps
  return budget.steps >= 0
}

/** How often the most repeated part is copied, and the number of atoms once all repeats are expanded. */
interface Weight {
  nested: number
  atoms: number
}

const TOKEN =
  /\\Q[\s\S]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:[a-z^]*:\]|[^\]\\])*\]|\{(\d+)(?:(,)(\d*))?\}|[()]|[\s\S]/g

function weigh(pattern: string): Weight {
  const outer: Weight[] = []
  let group: Weight = { nested: 1, atoms: 0 }
  let last: Weight = group
  for (const token of pattern.matchAll(TOKEN)) {
    const [text, least, , most] = token
    if (text === '(') {
      outer.push(group)
      group = { nested: 1, atoms: 1 }
    } else if (text === ')') {
      last = group
      group = add(outer.pop() ?? { nested: 1, atoms: 0 }, last)
    } else if (least === undefined) {
      last = { nested: 1, atoms: text.startsWith('\\Q') ? text.length : 1 }
      group = add(group, last)
    } else {
      const count = Math.max(Number(least), Number(most ?? 0), 1)
      // One copy was already counted when the atom was read.
      group = add(group, { nested: last.nested * count, atoms: last.atoms * (count - 1) })
      last = { nested: last.nested * count, atoms: last.atoms * count }
    }
  }
  return outer.reduce(add, group)
}

function add(left: Weight, right: Weight): Weight {
  return { nested: Math.max(left.nested, right.nested), atoms: left.atoms + right.atoms }
}
