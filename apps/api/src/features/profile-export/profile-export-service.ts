import { exportFileName, type ExportName, type ProfileDocument } from '@waybill/profile-format'
import type { RenderedPreview } from '../../format-tasks/render/render-preview.ts'
import { renderExport, type ExportToRender, type RenderedExport } from '../../format-tasks/render/render-export.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { problemBodies } from '../../platform/errors/problem-body.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { hasDraft, inspectedDocument, mayUnmask, openProfile, requireUnmask } from '../profiles/index.ts'

export interface ExportOptions {
  format: ExportName['format']
  pretty: boolean
  /** `declared` leaves every suspected secret in clear. */
  mask: 'all' | 'declared'
  /** Ids of suspected secrets to leave in clear. */
  unmask: readonly string[]
}

export interface ExportedFile {
  fileName: string
  file: string
  auditUid: string
}

/**
 * Masking is part of the export and not the caller's choice: a declared secret is never exported.
 * @throws AppError ResourceNotFound, Forbidden, ExportUnmaskable
 */
export async function exportProfile(
  use: UseCase<'cipher' | 'workers'>,
  uid: string,
  options: ExportOptions,
): Promise<ExportedFile> {
  const { document, fileName, file, masked } = await renderFile(use, uid, options)
  const { format, mask, unmask } = options
  const auditUid = await recordAudit(use.db, {
    caller: use.caller,
    action: 'export',
    resource: { kind: 'clusterprofile', uid, name: document.name },
    details: { version: document.version, format, mask, masked, unmasked: unmask.length },
  })
  return { fileName, file, auditUid }
}

/**
 * All secrets are masked in it, since a preview discloses nothing. @throws AppError ResourceNotFound, ExportUnmaskable
 */
export async function previewTerraform(
  use: UseCase<'cipher' | 'workers'>,
  uid: string,
  format: 'tf' | 'tf.json',
): Promise<Pick<ExportedFile, 'fileName' | 'file'>> {
  const { fileName, file } = await renderFile(use, uid, { format, mask: 'all', pretty: false, unmask: [] })
  return { fileName, file }
}

async function renderFile(
  use: UseCase<'cipher' | 'workers'>,
  uid: string,
  { format, pretty, mask, unmask }: ExportOptions,
) {
  const { caller, tools } = use
  const profile = await openProfile(use, uid)
  const isMaskedWhole = mask === 'all' && unmask.length === 0
  if (!isMaskedWhole) requireUnmask(caller, profile)
  const { document, inspections } = inspectedDocument(profile)
  const rendered = await render(tools, {
    document,
    inspections,
    format,
    pretty,
    // Terraform cannot create a system profile, only one in a tenant or project.
    context: profile.scope === 'project' ? 'project' : 'tenant',
    suspected: mask === 'declared' ? 'keep' : 'mask',
    keep: new Set(unmask),
  })
  if ('unmaskable' in rendered) throw new AppError('ExportUnmaskable', { details: problemBodies(rendered.unmaskable) })
  return { ...rendered, document, fileName: exportFileName({ ...document, format }) }
}

export interface ShownExport extends RenderedPreview {
  fileNames: { json: string; yaml: string }
  mayUnmask: boolean
  /** Whether the profile has a draft beside its published content, which is what is exported. */
  leavesOutDraft: boolean
}

/** What an export would contain, with every secret found in it. @throws AppError ResourceNotFound, Forbidden */
export async function previewExport(
  use: UseCase<'cipher' | 'workers'>,
  uid: string,
  { format, pretty, unmask }: Pick<ExportOptions, 'pretty' | 'unmask'> & { format: 'json' | 'yaml' },
): Promise<ShownExport> {
  const profile = await openProfile(use, uid)
  if (unmask.length > 0) requireUnmask(use.caller, profile)
  const { document, inspections } = inspectedDocument(profile)
  const asked = { document, inspections, format, pretty, suspected: 'mask' as const, keep: new Set(unmask) }
  const nameAs = (as: 'json' | 'yaml') => exportFileName({ ...document, format: as })
  const shown = await use.tools.workers.run('renderPreview', asked)
  const left = new Set(unmask)
  const places = shown.findings.flatMap(({ id }) => (left.has(id) ? [id] : []))
  await auditShown(use, { uid, document, places })
  const fileNames = { json: nameAs('json'), yaml: nameAs('yaml') }
  return {
    ...shown,
    fileNames,
    mayUnmask: mayUnmask(use.caller, profile),
    leavesOutDraft: profile.isPublished && hasDraft(profile),
  }
}

/** One event stays readable with this many places, and small enough for a row of the list. */
const MOST_PLACES = 200

/**
 * Secrets in clear in a file are as revealed as single ones: each of them is listed in an audit event, however many
 * were asked for.
 */
async function auditShown(
  { db, caller }: UseCase,
  { uid, document, places }: { uid: string; document: ProfileDocument; places: readonly string[] },
): Promise<void> {
  const resource = { kind: 'clusterprofile', uid, name: document.name }
  const { version } = document
  for (let at = 0; at < places.length; at += MOST_PLACES) {
    const details = { version, places: places.slice(at, at + MOST_PLACES) }
    await recordAudit(db, { caller, action: 'reveal', resource, details })
  }
}

/** Up to this size, rendering is faster than the round trip to a worker; beyond it, it could hold up other requests. */
const INLINE_CHARACTERS = 256 * 1024

const render = async ({ workers }: UseCase<'workers'>['tools'], request: ExportToRender): Promise<RenderedExport> =>
  textLength(request.document) > INLINE_CHARACTERS ? workers.run('renderExport', request) : renderExport(request)

function textLength({ packs }: ProfileDocument): number {
  const lengths = packs.map(({ values = '', manifests }) =>
    manifests.reduce((sum, { content }) => sum + content.length, values.length),
  )
  return lengths.reduce((sum, length) => sum + length, 0)
}
