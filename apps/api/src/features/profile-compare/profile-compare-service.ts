import type { compareDocuments } from '@waybill/profile-format'
import type { Caller } from '../../platform/access/caller.ts'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { problemBodies } from '../../platform/http/errors/problem-body.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { etagOf, inspectedDocument, mayUnmask, openProfile } from '../profiles/index.ts'

type Opened = Awaited<ReturnType<typeof openProfile>>
type Side = Pick<Opened, 'uid' | 'name' | 'version' | 'scope'> & { etag: string; mayChange: boolean }

export type Comparison = Exclude<ReturnType<typeof compareDocuments>, { unmaskable: unknown }> & {
  left: Side
  right: Side
  maySeeSecrets: boolean
}

interface ProfilePair {
  left: string
  right: string
  /** The same user where the right one stands, maybe in another project. */
  rightCaller: Caller
}

type CompareUse = UseCase<'cipher' | 'workers'>

/**
 * Which secrets are equal is said only to who may change both sides: who may change one alone could try guesses there against
 * the other.
 *
 * @throws AppError ResourceNotFound, ExportUnmaskable
 */
export async function compareProfiles(use: CompareUse, { rightCaller, ...uids }: ProfilePair): Promise<Comparison> {
  if (!rightCaller.permissions.has('clusterProfile.get')) throw new AppError('ResourceNotFound')
  const left = await openProfile(use, uids.left)
  const right = await openProfile({ ...use, caller: rightCaller }, uids.right)
  const sides = { left: sideOf(left, use.caller), right: sideOf(right, rightCaller) }
  const maySeeSecrets = sides.left.mayChange && sides.right.mayChange
  const compared = await use.tools.workers.run('compareProfiles', {
    left: inspectedDocument(left),
    right: inspectedDocument(right),
    maySeeSecrets,
  })
  if ('unmaskable' in compared) throw new AppError('ExportUnmaskable', { details: problemBodies(compared.unmaskable) })
  return { ...compared, ...sides, maySeeSecrets }
}

function sideOf(profile: Opened, caller: Caller): Side {
  const { uid, name, version, scope } = profile
  return { uid, name, version, scope, etag: etagOf(profile), mayChange: mayUnmask(caller, profile) }
}
