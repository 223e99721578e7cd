import type { Problem, ProblemCode } from './problems.ts'

/** True of a problem that stops what is asked for: an import cannot go on before it is settled. */
export function isBlocking({ severity }: Pick<Problem, 'severity'>): boolean {
  return severity === 'error'
}

/** A problem that stops the import. */
export function errorAt(path: string, code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { code, severity: 'error', path, params }
}

/** A problem to read, not to settle. */
export function warningAt(path: string, code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { code, severity: 'warning', path, params }
}
