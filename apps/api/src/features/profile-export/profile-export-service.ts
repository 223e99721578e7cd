import type { TextInspection } from '@waybill/secret-finder'
import {
  exportFileName,
  type ExportName,
  listSecrets,
  type MaskedSecret,
  type ProfileDocument,
  type TerraformOptions,
} from '@waybill/profile-format'
import { AppError } from '../../platform/http/errors/app-error.ts'

export interface ExportOptions {
  format: ExportName['format']
  pretty: boolean
  /** `declared` leaves every suspected secret in clear. */
  mask: 'all' | 'declared'
  /** Ids of suspected secrets to leave in clear. */
  unmask: readonly string[]
}

export interface ExportableProfile {
  uid: string
  document: ProfileDocument
  inspections: ReadonlyMap<string, TextInspection>
  /** Where Terraform is to make the profile: what the system brings, nobody can make but in a tenant. */
  context: TerraformOptions['context']
  /** Whether the caller may see what is suspected to be a secret. */
  seesTrueValues: boolean
}

interface RenderRequest extends Pick<ExportableProfile, 'document' | 'inspections' | 'context'> {
  format: ExportName['format']
  pretty: boolean
  suspected: 'mask' | 'keep'
  keep: ReadonlySet<string>
}

/** Counts and choices, never a value. */
export interface ExportRecord {
  format: string
  mask: string
  masked: number
  unmasked: number
}

export interface ExportPorts {
  /** Null for what is not there or not the caller's to see. */
  openProfile: (uid: string) => Promise<ExportableProfile | null>
  /** Null where a secret would have stood in the file. */
  render: (request: RenderRequest) => Promise<{ file: string; masked: number } | null>
  /** @returns the audit event's uid. */
  recordExport: (profile: ExportableProfile, record: ExportRecord) => Promise<string>
}

export interface ExportedFile {
  fileName: string
  file: string
  auditUid: string
}

async function open({ openProfile }: ExportPorts, uid: string): Promise<ExportableProfile> {
  const profile = await openProfile(uid)
  if (!profile) throw new AppError('ResourceNotFound')
  return profile
}

/**
 * Masking is a step of this, never a choice of the caller's: what is declared secret has no way out. Suspected secrets leave
 * in clear only for who may change the profile and so sees them anyway.
 *
 * @throws AppError ResourceNotFound, Forbidden, ExportUnmaskable.
 */
export async function exportProfile(ports: ExportPorts, uid: string, options: ExportOptions): Promise<ExportedFile> {
  const { format, pretty, mask, unmask } = options
  const profile = await open(ports, uid)
  const isMaskedWhole = mask === 'all' && unmask.length === 0
  if (!isMaskedWhole && !profile.seesTrueValues) throw new AppError('Forbidden')
  const { document, inspections, context } = profile
  const suspected = mask === 'declared' ? 'keep' : 'mask'
  const keep = new Set(unmask)
  const rendered = await ports.render({ document, inspections, context, format, pretty, suspected, keep })
  if (!rendered) throw new AppError('ExportUnmaskable')
  const { file, masked } = rendered
  const auditUid = await ports.recordExport(profile, { format, mask, masked, unmasked: unmask.length })
  return { fileName: exportFileName({ ...document, format }), file, auditUid }
}

export interface ExportPreview {
  fileNames: { json: string; yaml: string }
  secrets: MaskedSecret[]
}

/** What an export would mask, by place. */
export async function previewExport(ports: ExportPorts, uid: string): Promise<ExportPreview> {
  const { document, inspections } = await open(ports, uid)
  const nameAs = (format: 'json' | 'yaml') => exportFileName({ ...document, format })
  return { fileNames: { json: nameAs('json'), yaml: nameAs('yaml') }, secrets: listSecrets(document, inspections) }
}
