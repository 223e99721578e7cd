import { ERRORS, type ErrorCode } from '@waybill/api-contract'
import { isBlocking, type Problem, type ProblemCode } from '@waybill/profile-format'
import { AppError } from './app-error.ts'
import { problemBodies } from './problem-body.ts'

/** The problems that block a document, in document order. */
export const blockingProblems = (problems: readonly Problem[]): Problem[] => problems.filter(isBlocking)

/** Problems of reading the file: after one of them, nothing else was checked. */
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

/** The code for the whole refusal: the file's own, else the one that all problems share, else none. */
function sharedCode(problems: readonly Problem[]): string | undefined {
  const blocking = blockingProblems(problems)
  const reading = blocking.find((problem) => READING.has(problem.code))
  if (reading) return renamed(reading.code)
  const [code, ...others] = new Set(blocking.map((problem) => renamed(problem.code)))
  return others.length === 0 ? code : undefined
}

const RENAMED: Readonly<Record<string, ErrorCode>> = {
  FileTooLarge: 'PayloadTooLarge',
  PackVersionNotFound: 'PackNotFound',
  PackUidUnknown: 'PackNotFound',
  PackUidContradicted: 'InvalidRequest',
  RegistryUnread: 'RegistryUnreachable',
}

const renamed = (code: ProblemCode): string => RENAMED[code] ?? code

/** What is refused to be done with a profile. */
export type Refused = 'imported' | 'compared' | 'created' | 'changed' | 'published'

/** The response to a refused document, with its first 20 problems. */
export function refusalOf(problems: readonly Problem[], refused: Refused = 'imported'): AppError {
  const code = errorCodeOf(problems)
  const details = problemBodies(blockingProblems(problems).slice(0, 20))
  return new AppError(code, {
    details,
    ...(code === 'ProfileRefused' && { title: `The profile cannot be ${refused}.` }),
  })
}

function errorCodeOf(problems: readonly Problem[]): ErrorCode {
  const code = sharedCode(problems)
  return code !== undefined && isErrorCode(code) ? code : 'ProfileRefused'
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)
