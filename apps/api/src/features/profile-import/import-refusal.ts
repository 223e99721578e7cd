import type { Problem, ProblemCode } from '@waybill/profile-format'

/** What refuses an import: error problems all the way, in document order. */
export const blockingProblems = (problems: readonly Problem[]): Problem[] =>
  problems.filter((problem) => problem.severity === 'error')

/** Refusals of the file itself; where one of them stands, nothing behind it was looked at. */
const READING: ReadonlySet<ProblemCode> = new Set([
  'UnsupportedMedia',
  'FileTooLarge',
  'Encoding',
  'Empty',
  'MalformedJson',
  'MalformedYaml',
  'DuplicateKey',
  'ForbiddenKey',
  'NotAProfile',
])

/** The code that names a whole refusal: the file's own, else the one that all problems share, else none. */
export function refusalCode(problems: readonly Problem[]): ProblemCode | undefined {
  const blocking = blockingProblems(problems)
  const reading = blocking.find((problem) => READING.has(problem.code))
  if (reading) return reading.code
  const codes = new Set(blocking.map((problem) => problem.code))
  return codes.size === 1 ? blocking[0]?.code : undefined
}
