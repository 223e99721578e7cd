import { setFlagsFromString } from 'node:v8'

/** For each character that a pattern gets on by: an honest one goes back at most once for each of its words. */
const STEPS_BACK = 128

/**
 * The patterns that go back more than in proportion to what they read, while `work` runs. V8 counts its steps back, so that
 * no clock decides; without its optimizations, which take many for one.
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

/** One that always matches something, so that nothing is found only over the limit, where V8 gives up. */
function limitedPattern({ source, sticky, flags }: RegExp, steps: number): RegExp {
  const always = sticky ? `(?:${source})|` : `(?:${source})|(?![^])`
  // In powers of two, so that few are made; shifted, for V8 wants a small integer.
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
