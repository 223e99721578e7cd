import {
  maskDocument,
  type ProfileDocument,
  serializeDocument,
  survivingSecrets,
  type TextInspection,
} from '@waybill/profile-format'

export interface ExportToRender {
  document: ProfileDocument
  /** By the ids of the document's texts. */
  inspections: ReadonlyMap<string, TextInspection>
  format: 'json' | 'yaml'
  pretty: boolean
  suspected: 'mask' | 'keep'
  /** Ids of suspected secrets that stay in clear. */
  keep: ReadonlySet<string>
}

/** Null where a secret would have stood in the finished file in spite of the masks. */
export type RenderedExport = { file: string; masked: number } | null

/** Masks, writes, and looks once more at what was written: no known secret may stand anywhere in the file. */
export function renderExport({
  document,
  inspections,
  format,
  pretty,
  suspected,
  keep,
}: ExportToRender): RenderedExport {
  const { document: safe, masked, secrets } = maskDocument({ document, inspections, suspected, keep })
  const file = serializeDocument(safe, { format, pretty })
  return survivingSecrets(file, secrets) ? null : { file, masked: masked.length }
}
