import { setFlagsFromString } from 'node:v8'

/**
 * Backtracking steps allowed per character read: a well-behaved pattern backtracks at most once for each of its words.
 */
const STEPS_BACK = 128

/**
 * The patterns that, while `work` runs, backtrack more than in proportion to what they read. V8 counts the steps
 * itself, so the result does not depend on a clock; its optimizations are off because they count many steps as one.
 */
export function patternsOutOfProportion(work: () => void): string[] {
  const found = new Set<string>()
  // eslint-disable-next-line typescript/unbound-method -- called with the pattern that it was called with
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const match = exec.call(this, text)
    const read = (match ? match.index + match[0].length : text.length) - from
    const limited = limitedPattern(this, STEPS_BACK * (read + 100))
    limited.lastIndex = from
    if (exec.call(limited, text) === null) found.add(String(this))
    return match
  }
  setFlagsFromString('--no-regexp-optimization')
  try {
    work()
  } finally {
    setFlagsFromString('--regexp-optimization')
    RegExp.prototype.exec = exec
  }
  return [...found]
}

const known = new Map<string, RegExp>()

/** A pattern that always matches something, so that a failed match can only mean that V8 gave up at the limit. */
function limitedPattern({ source, sticky, flags }: RegExp, steps: number): RegExp {
  const always = sticky ? `(?:${source})|` : `(?:${source})|(?![^])`
  // Powers of two, so that few patterns are compiled; shifted, because V8 requires a small integer.
  const limit = 1 << Math.ceil(Math.log2(steps))
  const key = `${limit} ${flags} ${always}`
  const limited = known.get(key) ?? patternWithLimit(always, sticky ? flags : `${flags.replace('g', '')}g`, limit)
  known.set(key, limited)
  return limited
}

type PatternWithLimit = (source: string, flags: string, limit: number) => RegExp

setFlagsFromString('--allow-natives-syntax')
// eslint-disable-next-line typescript/no-implied-eval -- nothing but V8's own syntax makes a pattern with a limit
const patternWithLimit = new Function(
  'source',
  'flags',
  'limit',
  'return %NewRegExpWithBacktrackLimit(source, flags, limit)',
) as PatternWithLimit
