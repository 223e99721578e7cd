import type { ExportPreviewBody } from '@waybill/api-contract'
import type { FoundLook, FoundRange } from '../../../shared/ui/yaml/codemirror/marks/found-ranges.ts'
import type { Finding } from '../findings/finding.ts'

/** All findings as coloured ranges of the file. */
export function foundRangesOf(
  findings: readonly Finding[],
  maskedIds: ReadonlySet<string>,
  unmask: ReadonlySet<string>,
): readonly FoundRange[] {
  return findings.flatMap((finding) =>
    finding.range === undefined ? [] : { ...finding.range, look: lookOf(finding, maskedIds, unmask) },
  )
}

function lookOf({ id, strength }: Finding, maskedIds: ReadonlySet<string>, unmask: ReadonlySet<string>): FoundLook {
  if (maskedIds.has(id)) return 'masked'
  return strength === 'possible' && !unmask.has(id) ? 'possible' : 'clear'
}

interface Range {
  start: number
  end: number
}

/** The smallest finding that touches a range. */
export function findingAt({ findings }: ExportPreviewBody, place: Range): Finding | undefined {
  return smallest(findings.filter(({ range }) => range !== undefined && touches(range, place)))
}

function smallest(findings: readonly Finding[]): Finding | undefined {
  const length = ({ range }: Finding) => (range === undefined ? Infinity : range.end - range.start)
  return findings.toSorted((one, other) => length(one) - length(other))[0]
}

const touches = (range: Range, place: Range) => range.start <= place.end && place.start <= range.end
