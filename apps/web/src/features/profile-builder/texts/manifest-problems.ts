import { checkManifestText, problemMessage } from '@waybill/profile-format'
import type { TextProblem } from './text-problems.ts'

/** What a cluster would have against a manifest; that of its YAML is said of every text. */
export const manifestProblems = (text: string): TextProblem[] =>
  checkManifestText(text).flatMap((problem) => {
    const { code, position, severity } = problem
    if (code !== 'ManifestInvalid' || !position) return []
    return [{ offset: position.offset, line: position.line, message: problemMessage(problem), severity }]
  })
