import type { DocumentFormat } from '@waybill/profile-format'

/** How the file is written. */
export const exportFormats = ['readable', 'compact', 'yaml'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const formatNames: Readonly<Record<ExportFormat, string>> = {
  readable: 'JSON, indented',
  compact: 'JSON, compact',
  yaml: 'YAML',
}

/** What the server is asked for. */
export function formatQuery(format: ExportFormat): { format: DocumentFormat; pretty: boolean } {
  return { format: format === 'yaml' ? 'yaml' : 'json', pretty: format === 'readable' }
}
