import type { Problem } from '@waybill/profile-format'
import { problemBodies } from './problem-body.ts'

/** A header must stay small: proxies refuse responses with large ones. */
const AT_MOST = 10

/** JSON of code, path and message, in ASCII as headers require; empty if there are no problems. */
export function warningsHeader(problems: readonly Problem[]): string {
  if (problems.length === 0) return ''
  const warnings = problemBodies(problems.slice(0, AT_MOST)).map(({ code, path, message }) => ({ code, path, message }))
  return asAscii(JSON.stringify(warnings))
}

/** The same for a body: absent if there are no problems. */
export const warningsBody = (problems: readonly Problem[]) =>
  problems.length === 0 ? {} : { warnings: problemBodies(problems.slice(0, AT_MOST)) }

const asAscii = (text: string) =>
  text.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
