import type { Problem, ProblemCode } from '../problems/problems.ts'

/** A problem that stops the import. */
export function errorAt(path: string, code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { code, severity: 'error', path, params }
}

/** A problem to read, not to settle. */
export function warningAt(path: string, code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { code, severity: 'warning', path, params }
}
