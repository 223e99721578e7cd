import type { compareDocuments, CompareRequest } from '@waybill/profile-format'
import type { Caller } from '../../platform/access/caller.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { blockingProblems, refusalOf } from '../../platform/errors/document-refusal.ts'
import { problemBodies } from '../../platform/errors/problem-body.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { maySeeEqualSecrets } from './compare-policy.ts'
import { inspectedFile } from './inspected-file.ts'
import { etagOf, hasDraft, inspectedDocument, mayUnmask, openProfile, requireView } from '../profiles/index.ts'

type Opened = Awaited<ReturnType<typeof openProfile>>
type Side = Pick<Opened, 'uid' | 'name' | 'version'> & {
  scope: Opened['scope'] | 'file'
  etag: string
  hasDraft: boolean
  mayChange: boolean
}

export type Comparison = Exclude<ReturnType<typeof compareDocuments>, { unmaskable: unknown }> & {
  left: Side
  right: Side
  maySeeSecrets: boolean
}

interface ProfilePair {
  left: string
  right: string
  /** The same user in the right profile's scope, which may be another project. */
  rightCaller: Caller
}

export interface ComparedFile {
  bytes: Uint8Array
  format: 'json' | 'yaml' | 'auto'
}

type CompareUse = UseCase<'cipher' | 'workers'>

/**
 * Compares two profiles.
 * @throws AppError ResourceNotFound, ExportUnmaskable
 */
export async function compareProfiles(use: CompareUse, { rightCaller, ...uids }: ProfilePair): Promise<Comparison> {
  requireView(rightCaller)
  const left = await openProfile(use, uids.left)
  const right = await openProfile({ ...use, caller: rightCaller }, uids.right)
  const sides = { left: sideOf(left, use.caller), right: sideOf(right, rightCaller) }
  const maySeeSecrets = maySeeEqualSecrets([sides.left, sides.right])
  return compared(use, { left: inspectedDocument(left), right: inspectedDocument(right), maySeeSecrets }, sides)
}

/**
 * Compares a profile with a file on the right.
 * @throws AppError ResourceNotFound, ExportUnmaskable, or with the problems of reading the file
 */
export async function compareWithFile(
  use: CompareUse,
  { uid, file }: { uid: string; file: ComparedFile },
): Promise<Comparison> {
  const left = await openProfile(use, uid)
  const { document, problems } = await use.tools.workers.run('readDocument', file)
  if (document === null || blockingProblems(problems).length > 0) throw refusalOf(problems, 'compared')
  const { name, version } = document
  const right = { uid: '', name, version, scope: 'file', etag: '', hasDraft: false, mayChange: false } as const
  const sides = { left: sideOf(left, use.caller), right }
  const maySeeSecrets = maySeeEqualSecrets([sides.left])
  const documents = { left: inspectedDocument(left), right: await inspectedFile(use, document) }
  return compared(use, { ...documents, maySeeSecrets }, sides)
}

/** @throws AppError ExportUnmaskable */
async function compared(use: CompareUse, request: CompareRequest, sides: { left: Side; right: Side }) {
  const found = await use.tools.workers.run('compareProfiles', request)
  if ('unmaskable' in found) throw new AppError('ExportUnmaskable', { details: problemBodies(found.unmaskable) })
  return { ...found, ...sides, maySeeSecrets: request.maySeeSecrets }
}

function sideOf(profile: Opened, caller: Caller): Side {
  const { uid, name, version, scope } = profile
  const waits = profile.isPublished && hasDraft(profile)
  return { uid, name, version, scope, etag: etagOf(profile), hasDraft: waits, mayChange: mayUnmask(caller, profile) }
}
