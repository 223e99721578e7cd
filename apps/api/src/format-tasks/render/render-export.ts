import type { TextInspection } from '@waybill/secret-finder'
import {
  type ExportName,
  maskDocument,
  type Problem,
  type ProfileDocument,
  secretsInNames,
  serializeDocument,
  serializeTerraform,
  survivingSecrets,
  type TerraformOptions,
} from '@waybill/profile-format'

export interface ExportToRender {
  document: ProfileDocument
  /** By the ids of the document's texts. */
  inspections: ReadonlyMap<string, TextInspection>
  format: ExportName['format']
  pretty: boolean
  /** The scope in which Terraform will create the profile. */
  context: TerraformOptions['context']
  suspected: 'mask' | 'keep'
  /** Ids of suspected secrets to leave in clear. */
  keep: ReadonlySet<string>
}

/** `unmaskable`: names that contain a secret, which would be in the finished file in spite of the masks. */
export type RenderedExport = { file: string; masked: number } | { unmaskable: readonly Problem[] }

/** Masks, serialises, and searches the result once more: no known secret may be anywhere in the file. */
export function renderExport({ document, inspections, suspected, keep, ...writing }: ExportToRender): RenderedExport {
  const { document: safe, masked, secrets } = maskDocument({ document, inspections, suspected, keep })
  const file = write(safe, writing)
  return survivingSecrets(file, secrets)
    ? { unmaskable: secretsInNames(document, secrets) }
    : { file, masked: masked.length }
}

function write(document: ProfileDocument, { format, pretty, context }: Writing): string {
  if (format === 'json' || format === 'yaml') return serializeDocument(document, { format, pretty })
  return serializeTerraform(document, { format: format === 'tf' ? 'hcl' : 'json', context })
}

type Writing = Pick<ExportToRender, 'format' | 'pretty' | 'context'>
