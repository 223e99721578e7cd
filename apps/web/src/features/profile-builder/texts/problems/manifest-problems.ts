import { checkManifestText, problemMessage } from '@waybill/profile-format'
import type { TextProblem } from './text-problems.ts'

/** What a cluster would reject in a manifest. YAML errors are reported for every text elsewhere. */
export function manifestProblems(text: string): TextProblem[] {
  if (text.trim() === '') return [EMPTY]
  return checkManifestText(text).flatMap((problem) => {
    const { code, position, severity } = problem
    if (code !== 'ManifestInvalid' || !position) return []
    return [{ offset: position.offset, line: position.line, message: problemMessage(problem), severity }]
  })
}

const EMPTY: TextProblem = {
  offset: 0,
  line: 1,
  message: 'This manifest is empty: nothing is installed by it. Type it here, or remove it.',
  severity: 'warning',
}
