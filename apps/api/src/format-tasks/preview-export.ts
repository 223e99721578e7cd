import { previewExport as preview, secretsInNames, survivingSecrets, type ExportPreview } from '@waybill/profile-format'
import type { ExportToRender, Unmaskable } from './render-export.ts'

export type PreviewToRender = Omit<ExportToRender, 'context' | 'format'> & { format: 'json' | 'yaml' }

export type RenderedPreview = Omit<ExportPreview, 'secrets'> | Unmaskable

/** The file to come and what was found in it, looked at as an export is. */
export function previewExport({ format, pretty, ...request }: PreviewToRender): RenderedPreview {
  const { secrets, ...shown } = preview(request, { format, pretty })
  return survivingSecrets(shown.file, secrets) ? { unmaskable: secretsInNames(request.document, secrets) } : shown
}
