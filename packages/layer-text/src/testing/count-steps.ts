import { Session } from 'node:inspector'

/**
 * How many steps `work` takes: every block of code that runs, which V8 counts, and every character that a pattern or a search goes
 * over. No clock is read, yet V8's counts vary by a few per cent between runs, so bounds need that much room. Going back inside a
 * pattern is what `patternsOutOfProportion` looks for.
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

/** A search that fails has gone to the end, but for a pattern that looks at one place alone. */
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
