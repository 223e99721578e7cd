import type { Problem, ProblemCode } from './problems.ts'

/** True for a problem that stops an import until it is settled. */
export function isBlocking({ severity }: Pick<Problem, 'severity'>): boolean {
  return severity === 'error'
}

/** A problem that stops the import. */
export function errorAt(path: string, code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { code, severity: 'error', path, params }
}

/** A problem that informs but does not stop the import. */
export function warningAt(path: string, code: ProblemCode, params: Problem['params'] = {}): Problem {
  return { code, severity: 'warning', path, params }
}
