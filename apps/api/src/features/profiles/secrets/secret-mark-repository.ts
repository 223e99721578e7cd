import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { lockVersions } from '../write/version-order-repository.ts'
import type { ProfileHead, SecretMark } from '../stored/stored-profile.ts'

type Family = Pick<ProfileHead, 'scope' | 'scopeUid' | 'name'>

type Named = Pick<Family, 'scopeUid' | 'name'>

const familyOf = ({ scopeUid, name }: Named) => ({ scopeUid, profileName: name })

/** What was said of places of a profile, in all its versions; by whom and when. */
export const listMarks = (db: TenantClient, profile: Family) =>
  db.secretMark.findMany({
    where: familyOf(profile),
    select: { layerName: true, manifest: true, path: true, verdict: true, createdBy: true, createdAt: true },
    orderBy: [{ layerName: 'asc' }, { manifest: 'asc' }, { path: 'asc' }],
  })

export interface MarkChange extends Omit<SecretMark, 'verdict'> {
  /** null takes back what was said. */
  verdict: SecretMark['verdict'] | null
}

/** Takes the client of a transaction. What was said before of the same place is replaced. */
export async function writeMarks(
  db: TenantClient,
  profile: Family,
  { marks, createdBy }: { marks: readonly MarkChange[]; createdBy: string },
): Promise<void> {
  const family = familyOf(profile)
  await lockVersions(db, profile)
  const places = marks.map(({ layerName, manifest, path }) => ({ layerName, manifest, path }))
  await db.secretMark.deleteMany({ where: { ...family, OR: places } })
  const said = new Map(marks.map((mark) => [[mark.layerName, mark.manifest, mark.path].join('\0'), mark]))
  await db.secretMark.createMany({
    data: [...said.values()].flatMap(({ verdict, ...place }) =>
      verdict === null
        ? []
        : [{ ...place, verdict, ...family, createdBy, uid: newUid(), tenantUid: db.$tenantUid, scope: profile.scope }],
    ),
  })
}

/**
 * What was said to be secret stays so under another name or in another scope: a rename or a clone hands nothing over in clear. What
 * was said to be harmless goes only with `all`.
 */
export async function copyMarks(
  db: TenantClient,
  { from, to, verdicts }: { from: Named; to: Named & Partial<Family>; verdicts: 'all' | 'secret' },
): Promise<void> {
  if (from.scopeUid === to.scopeUid && from.name === to.name) return
  const where = { ...familyOf(from), ...(verdicts === 'secret' && { verdict: 'secret' }) }
  const marks = await db.secretMark.findMany({ where, omit: { uid: true } })
  const data = marks.map((mark) => ({ ...mark, ...familyOf(to), uid: newUid(), scope: to.scope ?? mark.scope }))
  await db.secretMark.createMany({ data, skipDuplicates: true })
}

/** A version that is renamed keeps what was said of it; versions that keep the name do too. */
export async function renameMarks(
  db: TenantClient,
  { scopeUid, from, to }: { scopeUid: string; from: string; to: string },
): Promise<void> {
  await copyMarks(db, { from: { scopeUid, name: from }, to: { scopeUid, name: to }, verdicts: 'all' })
  await deleteMarksOfNobody(db, { scopeUid, name: from })
}

/** With the last version of a name goes what was said of it. */
export async function deleteMarksOfNobody(db: TenantClient, profile: Named): Promise<void> {
  const { scopeUid, name } = profile
  if ((await db.profile.count({ where: { scopeUid, name } })) > 0) return
  await db.secretMark.deleteMany({ where: { scopeUid, profileName: name } })
}
