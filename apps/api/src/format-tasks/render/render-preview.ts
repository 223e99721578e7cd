import {
  previewExport,
  secretsInNames,
  survivingSecrets,
  type ExportPreview,
  type Problem,
} from '@waybill/profile-format'
import type { ExportToRender } from './render-export.ts'

export type PreviewToRender = Omit<ExportToRender, 'context' | 'format'> & { format: 'json' | 'yaml' }

/** `unmaskable` names what an export would be refused for; there is no file then. */
export type RenderedPreview = Omit<ExportPreview, 'secrets'> & { unmaskable: readonly Problem[] }

/** The file to come and what was found in it, looked at as an export is. Whoever marked too much has to see what, to take it back. */
export function renderPreview({ format, pretty, ...request }: PreviewToRender): RenderedPreview {
  const { secrets, ...shown } = previewExport(request, { format, pretty })
  if (!survivingSecrets(shown.file, secrets)) return { ...shown, unmaskable: [] }
  const findings = shown.findings.map(({ range: _range, ...finding }) => finding)
  return { findings, file: '', scalars: [], unmaskable: secretsInNames(request.document, secrets) }
}
