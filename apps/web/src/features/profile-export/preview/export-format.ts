import type { DocumentFormat } from '@waybill/profile-format'
import type { FormatOption } from '../../../shared/ui/files/format-choice.tsx'

/** How the file is written. */
export type ExportFormat = 'readable' | 'compact' | 'yaml'

export const exportFormats: readonly FormatOption<ExportFormat>[] = [
  { format: 'readable', label: 'JSON, indented' },
  { format: 'compact', label: 'JSON, compact' },
  { format: 'yaml', label: 'YAML' },
]

/** What the server is asked for. */
export function formatQuery(format: ExportFormat): { format: DocumentFormat; pretty: boolean } {
  return { format: format === 'yaml' ? 'yaml' : 'json', pretty: format === 'readable' }
}
