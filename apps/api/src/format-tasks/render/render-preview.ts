import {
  previewExport,
  secretsInNames,
  survivingSecrets,
  type ExportPreview,
  type Problem,
} from '@waybill/profile-format'
import type { ExportToRender } from './render-export.ts'

export type PreviewToRender = Omit<ExportToRender, 'context' | 'format'> & { format: 'json' | 'yaml' }

/** `unmaskable` names the reasons for which an export would be refused; there is no file then. */
export type RenderedPreview = Omit<ExportPreview, 'secrets'> & { unmaskable: readonly Problem[] }

/**
 * The file that an export would make, and the secrets found in it. Names that cannot be masked are listed, so that
 * whoever marked too much can see what to unmark.
 */
export function renderPreview({ format, pretty, ...request }: PreviewToRender): RenderedPreview {
  const { secrets, ...shown } = previewExport(request, { format, pretty })
  if (!survivingSecrets(shown.file, secrets)) return { ...shown, unmaskable: [] }
  const findings = shown.findings.map(({ range: _range, ...finding }) => finding)
  return { findings, file: '', scalars: [], unmaskable: secretsInNames(request.document, secrets) }
}
