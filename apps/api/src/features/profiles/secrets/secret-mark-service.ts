import { isMarkable, mayClear } from '@waybill/secret-finder'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { currentLayers } from '../stored/current-layers.ts'
import { mayOn } from '../profile-policy.ts'
import type { StoredProfile } from '../stored/stored-profile.ts'
import { openInspected } from '../read/profile-service.ts'
import { type MarkChange, writeMarks } from './secret-mark-repository.ts'

/**
 * Remembers what somebody said of places of a profile, all or none, and says so in the audit by place.
 *
 * @throws AppError ResourceNotFound, Forbidden, SecretPlaceUnknown, SecretPlaceFixed.
 * @returns the uid of the audit event.
 */
export async function markSecrets(
  use: UseCase<'cipher' | 'workers'>,
  uid: string,
  marks: readonly MarkChange[],
): Promise<string> {
  const { db, caller } = use
  const profile = await openInspected(use, uid)
  if (!mayOn(caller, profile, 'clusterProfile.update')) throw new AppError('Forbidden')
  for (const mark of marks) checkMark(profile, mark)
  return db.$transaction(async (tx) => {
    await writeMarks(tx, profile, { marks, createdBy: caller.email })
    const resource = { kind: 'clusterprofile', uid, name: profile.name }
    return recordAudit(tx, { caller, action: 'update', resource, details: { secretMarks: marks.map(describeMark) } })
  })
}

const describeMark = (mark: MarkChange) => `${placeName(mark)}: ${mark.verdict ?? 'taken back'}`

const placeName = ({ layerName, manifest, path }: MarkChange) =>
  [layerName, ...(manifest === '' ? [] : [manifest]), path].join(' › ')

/** Taking back is always allowed: what a mark stood on may be gone. */
function checkMark(profile: StoredProfile, mark: MarkChange): void {
  if (mark.verdict === null) return
  const layers = currentLayers(profile).filter(({ name }) => name === mark.layerName)
  const texts = layers.flatMap((layer) =>
    mark.manifest === ''
      ? [{ text: layer.values ?? '', inspection: layer.inspection }]
      : layer.manifests
          .filter(({ name }) => name === mark.manifest)
          .map(({ content, inspection }) => ({ text: content, inspection })),
  )
  const found = texts.flatMap(({ inspection }) => inspection.secrets.filter(({ path }) => path === mark.path))
  const isThere = found.length > 0 || texts.some(({ text }) => isMarkable(text, mark.path))
  if (!isThere) throw new AppError('SecretPlaceUnknown', { params: { place: placeName(mark) } })
  const isFixed = mark.verdict === 'harmless' && found.some((place) => !mayClear(place, 'mark'))
  if (isFixed) throw new AppError('SecretPlaceFixed', { params: { place: placeName(mark) } })
}
