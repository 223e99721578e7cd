import type { Problem, ProblemCode, ProblemSeverity } from './problems.ts'
import { LIMITS } from '../limits.ts'
import { formatPath, type TreePath } from '../read/tree-path.ts'

interface Report {
  severity?: ProblemSeverity
  path: TreePath
  /** In UTF-16 units from the start of the decoded text; absent for problems of the whole file. */
  offset?: number
  params?: Problem['params']
}

/** Collects problems while a file is read. */
export interface ProblemLog {
  report: (code: ProblemCode, report: Report) => void
  /** All problems in document order with line and column in `text`. */
  finish: (text: string) => Problem[]
}

interface Entry extends Problem {
  offset: number
}

/** Creates an empty log. Beyond 1,000 problems, one further problem says that the rest are not listed. */
export function createProblemLog(): ProblemLog {
  const entries: Entry[] = []
  let unlisted: ProblemSeverity | null = null
  return {
    report: (code, { severity = 'error', path, offset = -1, params = {} }) => {
      if (entries.length < LIMITS.problems) entries.push({ code, severity, path: formatPath(path), params, offset })
      else if (unlisted !== 'error') unlisted = severity
    },
    finish: (text) => {
      const problems = withPositions(
        entries.toSorted((a, b) => a.offset - b.offset),
        text,
      )
      const params = { what: 'problems', limit: LIMITS.problems }
      return unlisted === null
        ? problems
        : [...problems, { code: 'LimitExceeded', severity: unlisted, path: '', params }]
    },
  }
}

const LF = 10
const CR = 13

// One pass over the text for all problems, so that a thousand cost no more than one.
function withPositions(entries: readonly Entry[], text: string): Problem[] {
  let line = 1
  let lineStart = 0
  let at = 0
  return entries.map(({ offset, ...problem }) => {
    if (offset < 0) return problem
    for (; at < offset && at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code !== LF && (code !== CR || text.charCodeAt(at + 1) === LF)) continue
      line++
      lineStart = at + 1
    }
    return { ...problem, position: { line, column: offset - lineStart + 1, offset } }
  })
}
