import type { ExportPreviewBody } from '@waybill/api-contract'
import { reasonWords } from '@waybill/secret-finder'
import { problemBodies } from '../../platform/errors/problem-body.ts'
import type { ShownExport } from './profile-export-service.ts'

/** Lists secret variables beside the secrets in texts. */
export function toPreviewBody({
  fileNames,
  mayUnmask,
  leavesOutDraft,
  findings,
  file,
  scalars,
  unmaskable,
}: ShownExport): ExportPreviewBody {
  const listed = findings.map((finding) => ({
    ...finding,
    message: reasonWords(finding.reason),
    evidence: [...finding.evidence],
    source: finding.where === 'variable' ? ('variable' as const) : finding.source,
  }))
  return { fileNames, mayUnmask, leavesOutDraft, findings: listed, file, scalars, problems: problemBodies(unmaskable) }
}
