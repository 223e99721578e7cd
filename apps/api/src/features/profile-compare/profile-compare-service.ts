import type { compareDocuments } from '@waybill/profile-format'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { problemBodies } from '../../platform/http/errors/problem-body.ts'
import type { UseCase } from '../../platform/use-case.ts'
import { inspectedDocument, mayUnmask, openProfile } from '../profiles/index.ts'

type Opened = Awaited<ReturnType<typeof openProfile>>
type Side = Pick<Opened, 'uid' | 'name' | 'version' | 'scope'>

export type Comparison = Exclude<ReturnType<typeof compareDocuments>, { unmaskable: unknown }> & {
  left: Side
  right: Side
  maySeeSecrets: boolean
}

/**
 * Which secrets are equal is said only to who may change both sides: who may change one alone could try guesses there against
 * the other.
 *
 * @throws AppError ResourceNotFound, ExportUnmaskable
 */
export async function compareProfiles(
  use: UseCase<'cipher' | 'workers'>,
  uids: { left: string; right: string },
): Promise<Comparison> {
  const left = await openProfile(use, uids.left)
  const right = await openProfile(use, uids.right)
  const maySeeSecrets = mayUnmask(use.caller, left) && mayUnmask(use.caller, right)
  const compared = await use.tools.workers.run('compareProfiles', {
    left: inspectedDocument(left),
    right: inspectedDocument(right),
    maySeeSecrets,
  })
  if ('unmaskable' in compared) throw new AppError('ExportUnmaskable', { details: problemBodies(compared.unmaskable) })
  return { ...compared, left: sideOf(left), right: sideOf(right), maySeeSecrets }
}

const sideOf = ({ uid, name, version, scope }: Opened): Side => ({ uid, name, version, scope })
