import type { DocumentFormat } from '@waybill/profile-format'
import type { FormatOption } from '../../../shared/ui/files/format-choice.tsx'

/** The format of the file. */
export type ExportFormat = 'readable' | 'compact' | 'yaml'

export const exportFormats: readonly FormatOption<ExportFormat>[] = [
  { format: 'readable', label: 'JSON, indented' },
  { format: 'compact', label: 'JSON, compact' },
  { format: 'yaml', label: 'YAML' },
]

/** The format as query parameters. */
export function formatQuery(format: ExportFormat): { format: DocumentFormat; pretty: boolean } {
  return { format: format === 'yaml' ? 'yaml' : 'json', pretty: format === 'readable' }
}
