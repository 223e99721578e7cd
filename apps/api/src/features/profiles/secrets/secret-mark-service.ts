import { mayClear } from '@waybill/secret-finder'
import type { FormatWorkers } from '../../../format-tasks/format-workers.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { currentLayers } from '../stored/current-layers.ts'
import { findHead, lockProfile } from '../stored/profile-head-repository.ts'
import { requireOn } from '../profile-policy.ts'
import { refuseChanged } from '../stored/stored-document.ts'
import type { StoredProfile } from '../stored/stored-profile.ts'
import { openInspected } from '../read/profile-service.ts'
import { textsOfLayer } from './layer-texts.ts'
import { digestOfMarked } from './marked-value.ts'
import { type MarkChange, writeMarks } from './secret-mark-repository.ts'

/**
 * Stores marks of places in a profile, all or none, and lists the places in the audit event.
 * @throws AppError ResourceNotFound, Forbidden, ProfileChanged, SecretPlaceUnknown, SecretPlaceFixed
 * @returns the uid of the audit event
 */
export async function markSecrets(
  use: UseCase<'cipher' | 'workers'>,
  { uid, revision }: { uid: string; revision: string | undefined },
  marks: readonly MarkChange[],
): Promise<string> {
  const { db, caller } = use
  const profile = await openInspected(use, uid)
  requireOn(caller, profile, 'clusterProfile.update')
  await checkMarks(use.tools.workers, profile, marks)
  const digested = marks.map((mark) => ({ ...mark, digest: digestFor(use, profile, mark) }))
  return db.$transaction(async (tx) => {
    // The profile may have been renamed or deleted since it was read: an orphaned mark would apply to the next profile
    // of that name.
    const current = await lockProfile(tx, uid)
    const head = current === null ? null : await findHead(tx, uid)
    if (current === null || !head) throw new AppError('ResourceNotFound')
    refuseChanged(revision, current)
    await writeMarks(tx, head, { marks: digested, createdBy: caller.email })
    const resource = { kind: 'clusterprofile', uid, name: head.name }
    return recordAudit(tx, { caller, action: 'update', resource, details: { secretMarks: marks.map(describeMark) } })
  })
}

const describeMark = (mark: MarkChange) => `${placeName(mark)}: ${mark.verdict ?? 'taken back'}`

const placeName = ({ layerName, manifest, path }: MarkChange) =>
  [layerName, ...(manifest === '' ? [] : [manifest]), path].join(' › ')

/** A mark as not secret applies only to the current value. */
function digestFor(
  { db, tools: { cipher } }: UseCase<'cipher'>,
  profile: StoredProfile,
  mark: MarkChange,
): string | null {
  if (mark.verdict !== 'harmless') return null
  const here = currentLayers(profile)
    .flatMap(textsOfLayer)
    .find(({ layerName, manifest }) => layerName === mark.layerName && manifest === mark.manifest)
  return here ? digestOfMarked(cipher, { ...here, path: mark.path, tenantUid: db.$tenantUid }) : null
}

/** Removing a mark is always allowed: the place that it was made for may be gone. */
async function checkMarks(workers: FormatWorkers, profile: StoredProfile, marks: readonly MarkChange[]): Promise<void> {
  const said = marks.filter(({ verdict }) => verdict !== null)
  const texts = currentLayers(profile).flatMap(textsOfLayer)
  const asked = texts.flatMap((each) => {
    const ofText = said.filter((mark) => mark.layerName === each.layerName && mark.manifest === each.manifest)
    return ofText.length === 0 ? [] : [{ ...each, marks: ofText }]
  })
  const questions = asked.map(({ text, marks: ofText }) => ({ text, paths: ofText.map(({ path }) => path) }))
  const markable = questions.length === 0 ? [] : await workers.run('findMarkable', questions)
  const known = new Set<MarkChange>()
  for (const [index, { inspection, marks: ofText }] of asked.entries()) {
    const paths = new Set(markable[index])
    for (const mark of ofText) {
      const found = inspection.secrets.filter(({ path }) => path === mark.path)
      if (mark.verdict === 'harmless' && found.some((place) => !mayClear(place, 'mark'))) {
        throw new AppError('SecretPlaceFixed', { params: { place: placeName(mark) } })
      }
      if (found.length > 0 || paths.has(mark.path)) known.add(mark)
    }
  }
  const lost = said.find((mark) => !known.has(mark))
  if (lost) throw new AppError('SecretPlaceUnknown', { params: { place: placeName(lost) } })
}
