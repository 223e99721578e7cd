import { maskedPlaces, parseYaml, positionAt, type YamlFault } from '@waybill/layer-text'
import { maskedPaths } from '../../../../shared/ui/reveal/masked-paths.ts'

/** A problem at one place of a text. */
export interface TextProblem {
  offset: number
  /** Counted from 1. */
  line: number
  message: string
  /** A warning does not block saving. */
  severity: 'error' | 'warning'
}

/** Problems in a text before it is sent: YAML that cannot be parsed, and masks that refer to no stored value. */
export function textProblems(text: string, stored: string): TextProblem[] {
  const parsed = parseYaml(text)
  const problemAt = (offset: number, message: string, severity: TextProblem['severity'] = 'error'): TextProblem => ({
    offset,
    line: positionAt(text, offset).line,
    message,
    severity,
  })
  if (!('tree' in parsed)) return parsed.faults.map((fault) => problemAt(fault.offset, wordsOf(fault)))
  const known = new Set(maskedPaths(stored))
  const masks = maskedPlaces(parsed.tree).filter(({ path }) => !known.has(path))
  return [
    ...parsed.tree.duplicates.map((fault) => problemAt(fault.offset, wordsOf(fault), 'warning')),
    ...masks.map(({ start }) => problemAt(start, 'Nothing is stored behind this mask. Type a value.')),
  ].toSorted((a, b) => a.offset - b.offset)
}

function wordsOf(fault: YamlFault): string {
  if (fault.kind === 'limit') return `This is over the limit of ${fault.limit}.`
  switch (fault.reason) {
    case 'syntax':
      return 'This is not valid YAML.'
    case 'duplicate-key':
      return 'This map already has this key.'
    case 'unknown-tag':
      return 'This tag is not known.'
    case 'unknown-anchor':
      return 'No anchor of this name comes before it.'
  }
}
