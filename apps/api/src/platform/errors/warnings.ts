import type { Problem } from '@waybill/profile-format'
import { problemBodies } from './problem-body.ts'

/** A header is to stay small: proxies refuse whole answers for it. */
const AT_MOST = 10

/** JSON of code, path and message, in ASCII as headers are; empty where there is nothing to say. */
export function warningsHeader(problems: readonly Problem[]): string {
  if (problems.length === 0) return ''
  const warnings = problemBodies(problems.slice(0, AT_MOST)).map(({ code, path, message }) => ({ code, path, message }))
  return asAscii(JSON.stringify(warnings))
}

/** The same for a body: absent where there is nothing to say. */
export const warningsBody = (problems: readonly Problem[]) =>
  problems.length === 0 ? {} : { warnings: problemBodies(problems.slice(0, AT_MOST)) }

const asAscii = (text: string) =>
  text.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
