import { hash } from 'node:crypto'
import type { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { lockVersions } from '../write/version-order-repository.ts'
import type { ProfileHead, SecretMark } from '../stored/stored-profile.ts'

type Family = Pick<ProfileHead, 'scope' | 'scopeUid' | 'name'>

type Named = Pick<Family, 'scopeUid' | 'name'>

interface TextOfLayer {
  layerName: string
  /** Empty for the layer's values. */
  manifest: string
}

/** A digest, since paths may be longer than an index entry can be. */
const placeOf = ({ layerName, manifest, path }: TextOfLayer & { path: string }): string =>
  hash('sha256', [layerName, manifest, path].join('\0'), 'hex')

const familyOf = ({ scopeUid, name }: Named) => ({ scopeUid, profileName: name })

/** The marks of a profile, in all its versions: by whom and when. */
export const listMarks = (db: TenantClient, profile: Family) =>
  db.secretMark.findMany({
    where: familyOf(profile),
    select: { layerName: true, manifest: true, path: true, verdict: true, createdBy: true, createdAt: true },
    orderBy: [{ layerName: 'asc' }, { manifest: 'asc' }, { path: 'asc' }],
  })

export interface MarkChange extends Omit<SecretMark, 'verdict' | 'digest'> {
  /** null removes the mark. */
  verdict: SecretMark['verdict'] | null
}

/** Takes a transaction's client. Replaces an earlier mark of the same place. */
export async function writeMarks(
  db: TenantClient,
  profile: Family,
  { marks, createdBy }: { marks: readonly (MarkChange & Pick<SecretMark, 'digest'>)[]; createdBy: string },
): Promise<void> {
  const family = familyOf(profile)
  await lockVersions(db, profile)
  const said = new Map(marks.map((mark) => [placeOf(mark), mark]))
  await db.secretMark.deleteMany({ where: { ...family, place: { in: [...said.keys()] } } })
  const kept = { ...family, createdBy, tenantUid: db.$tenantUid, scope: profile.scope }
  await db.secretMark.createMany({
    data: [...said].flatMap(([place, { verdict, ...mark }]) =>
      verdict === null ? [] : [{ ...mark, ...kept, verdict, place, uid: newUid() }],
    ),
  })
}

/** Adds marks under another scope or name. An existing mark there gives way to one that says secret. */
async function addMarks(
  db: TenantClient,
  family: ReturnType<typeof familyOf>,
  marks: readonly Omit<Prisma.SecretMarkCreateManyInput, 'scopeUid' | 'profileName'>[],
): Promise<void> {
  const places = marks.filter(({ verdict }) => verdict === 'secret').map(({ place }) => place)
  await db.secretMark.deleteMany({ where: { ...family, place: { in: places }, verdict: 'harmless' } })
  await db.secretMark.createMany({ data: marks.map((mark) => ({ ...mark, ...family })), skipDuplicates: true })
}

export interface MarksToCopy {
  from: Named
  to: Named & Partial<Family>
  verdicts: 'all' | 'secret'
  /** Restricts the copy to one layer. */
  layerName?: string
}

/**
 * What was marked secret stays so under another name or in another scope: neither a rename nor a clone discloses
 * anything. Marks of what is not secret are copied only with `all`.
 */
export async function copyMarks(db: TenantClient, { from, to, verdicts, layerName }: MarksToCopy): Promise<void> {
  if (from.scopeUid === to.scopeUid && from.name === to.name) return
  await lockVersions(db, to)
  const where = { ...familyOf(from), ...(layerName !== undefined && { layerName }) }
  const marks = await db.secretMark.findMany({
    where: { ...where, ...(verdicts === 'secret' && { verdict: 'secret' }) },
  })
  const copies = marks.map((mark) => ({ ...mark, uid: newUid(), scope: to.scope ?? mark.scope }))
  await addMarks(db, familyOf(to), copies)
}

/**
 * A renamed version keeps its marks, and so do the versions that keep the old name. If versions of the new name exist,
 * only marks of what is secret are copied: nobody marked anything in those as not secret.
 */
export async function renameMarks(
  db: TenantClient,
  { scopeUid, from, to }: { scopeUid: string; from: string; to: string },
): Promise<void> {
  const isAlone = (await db.profile.count({ where: { scopeUid, name: to } })) === 1
  const verdicts = isAlone ? 'all' : 'secret'
  await copyMarks(db, { from: { scopeUid, name: from }, to: { scopeUid, name: to }, verdicts })
  await deleteOrphanedMarks(db, { scopeUid, name: from })
}

/** Texts whose layer or manifest was renamed. */
export type RenamedText = Readonly<Record<'from' | 'to', TextOfLayer>>

/** What was marked secret in a text stays so under the text's new name; other versions may still have the old one. */
export async function followRenamedTexts(
  db: TenantClient,
  profile: Named,
  renamed: readonly RenamedText[],
): Promise<void> {
  for (const { from, to } of renamed) {
    const marks = await db.secretMark.findMany({ where: { ...familyOf(profile), ...from, verdict: 'secret' } })
    const moved = marks.map((mark) => ({ ...mark, ...to, place: placeOf({ ...to, path: mark.path }), uid: newUid() }))
    await addMarks(db, familyOf(profile), moved)
  }
}

/** Deletes the marks of a name with its last version. */
export async function deleteOrphanedMarks(db: TenantClient, profile: Named): Promise<void> {
  const { scopeUid, name } = profile
  if ((await db.profile.count({ where: { scopeUid, name } })) > 0) return
  await db.secretMark.deleteMany({ where: familyOf(profile) })
}
