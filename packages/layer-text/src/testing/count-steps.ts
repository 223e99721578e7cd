import { Session } from 'node:inspector'

/**
 * Counts the steps of `work`: every block of code executed, as V8 counts them, and every character that a pattern or
 * search passes. This does not depend on a clock, but V8's counts vary by a few per cent between runs, so leave that
 * much room. Backtracking inside a pattern is measured by `patternsOutOfProportion`.
 */
export function countSteps(work: () => void): number {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  let blocks = 0
  try {
    const characters = charactersRead(work)
    session.post('Profiler.takePreciseCoverage', (_, { result }) => {
      blocks = result
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
        .reduce((sum, { count }) => sum + count, 0)
    })
    return blocks + characters
  } finally {
    session.post('Profiler.stopPreciseCoverage')
    session.disconnect()
  }
}

/** A failed search has read to the end, except for a sticky pattern, which looks at one position only. */
function charactersRead(work: () => void): number {
  // eslint-disable-next-line typescript/unbound-method -- called with the pattern that it was called with
  const { exec } = RegExp.prototype
  // eslint-disable-next-line typescript/unbound-method -- called with the text that it was called with
  const { indexOf } = String.prototype
  let read = 0
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const match = exec.call(this, text)
    read += match ? match.index + match[0].length - from : this.sticky ? 1 : text.length - from
    return match
  }
  String.prototype.indexOf = function (part, from = 0) {
    const found = indexOf.call(this, part, from)
    read += (found < 0 ? this.length : found) - from
    return found
  }
  try {
    work()
  } finally {
    RegExp.prototype.exec = exec
    String.prototype.indexOf = indexOf
  }
  return read
}
