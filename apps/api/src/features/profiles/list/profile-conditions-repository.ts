import type { ProfileFilter } from '@waybill/api-contract'
import { versionSortKeyRange } from '@waybill/profile-format'
import { Prisma } from '../../../platform/database/prisma.ts'
import { allOf, folded, oneOf, textConditions } from '../../../platform/lists/text-filter.ts'
import { profilesWithNewerPack } from '../packs/newer-pack-repository.ts'

type Sql = Prisma.Sql

/** An absent or null member does not filter. */
export type ProfileListFilter = NonNullable<ProfileFilter['filter']>

/** The scopes of a tenant whose profiles are listed. */
interface Listed {
  tenantUid: string
  scopeUids: readonly string[]
}

/** The list's filter as conditions on a row of `profiles` named `profile`. */
export function profileConditions(filter: ProfileListFilter, listed: Listed): Sql[] {
  return [
    ...textConditions(Prisma.sql`profile.name`, filter.profileName),
    ...versionConditions(filter.version ?? {}),
    ...oneOf(Prisma.sql`profile.type`, filter.profileType),
    ...oneOf(Prisma.sql`profile.cloud_type`, cloudTypes(filter)),
    ...oneOf(Prisma.sql`profile.scope`, filter.scope ? [filter.scope] : null),
    ...oneOf(Prisma.sql`profile.scope`, filter.scopes),
    ...fipsConditions(filter),
    ...tagConditions(filter.tags ?? {}),
    ...stateConditions(filter, listed),
    ...searchConditions(filter),
  ]
}

/** A name is listed by the newest of its matching versions. */
function versionConditions(filter: NonNullable<ProfileListFilter['version']>): Sql[] {
  const fits = (table: Sql) => fittingVersions(table, filter)
  const conditions = fits(Prisma.sql`profile`)
  if (conditions.length === 0) return [Prisma.sql`profile.is_newest`]
  return [
    ...conditions,
    Prisma.sql`NOT EXISTS (SELECT FROM profiles newer WHERE newer.tenant_uid = profile.tenant_uid
      AND newer.scope_uid = profile.scope_uid AND newer.name = profile.name
      AND newer.version_key > profile.version_key AND ${allOf(fits(Prisma.sql`newer`))})`,
  ]
}

function fittingVersions(table: Sql, { eq, ne, gt, lt, beginsWith }: NonNullable<ProfileListFilter['version']>): Sql[] {
  const conditions: Sql[] = []
  if (eq) conditions.push(Prisma.sql`${table}.version = ${eq}`)
  if (ne) conditions.push(Prisma.sql`${table}.version <> ${ne}`)
  if (gt) conditions.push(Prisma.sql`${table}.version_key > ${versionSortKeyRange(gt).after}`)
  if (lt) conditions.push(Prisma.sql`${table}.version_key < ${versionSortKeyRange(lt).before}`)
  if (beginsWith) conditions.push(Prisma.sql`starts_with(${table}.version, ${beginsWith})`)
  return conditions
}

/** `all` on its own means every cloud; beside others it is the cloud type of that name. */
const cloudTypes = ({ environment }: ProfileListFilter) =>
  environment?.length === 1 && environment[0] === 'all' ? [] : environment

// Holds masks as well: a filter that finds more than is shown reveals it letter by letter.
const CASED_TAGS = Prisma.sql`profile.shown_tags`
const FOLDED_TAGS = Prisma.sql`profile.tags`

/** A tag is `key` or `key:value`; a bare key also finds the key with any value. */
function tagConditions({ eq, ne, beginsWith, ignoreCase }: NonNullable<ProfileListFilter['tags']>): Sql[] {
  const folded = ignoreCase ?? true
  const tags = folded ? FOLDED_TAGS : CASED_TAGS
  const spelled = (asked: readonly string[]) => asked.map((tag) => (folded ? tag.toLowerCase() : tag))
  const someBegins = (starts: readonly string[]) => Prisma.sql`EXISTS (SELECT FROM unnest(${tags}) AS tag
    WHERE ${Prisma.join(
      starts.map((start) => Prisma.sql`starts_with(tag, ${start})`),
      ' OR ',
    )})`
  // Compares whole tags first: a profile with a match need not be searched tag by tag.
  const someIs = (asked: readonly string[]) =>
    Prisma.sql`(${tags} && ${[...asked]}::text[] OR ${someBegins(asked.map((tag) => `${tag}:`))})`
  const conditions: Sql[] = []
  if (eq && eq.length > 0) conditions.push(someIs(spelled(eq)))
  if (ne && ne.length > 0) conditions.push(Prisma.sql`NOT ${someIs(spelled(ne))}`)
  if (beginsWith && beginsWith.length > 0) conditions.push(someBegins(spelled(beginsWith)))
  return conditions
}

/** Packs do not say whether they are FIPS compliant: every profile is shown as unknown. */
const fipsConditions = ({ fips }: ProfileListFilter): Sql[] => (fips && fips !== 'unknown' ? [Prisma.sql`FALSE`] : [])

/** Whether the macro in a row of `macro_uses` named `used` is undefined both in the scopes and in the system. */
export const namesMissingMacro = (scopeUids: readonly string[]): Sql => Prisma.sql`NOT EXISTS (
  SELECT FROM macros macro WHERE macro.tenant_uid = used.tenant_uid AND macro.name = used.macro_name
    AND (macro.scope_uid = ANY(${[...scopeUids]}::bpchar[]) OR macro.scope = 'system'))`

const usesMissingMacro = (scopeUids: readonly string[]): Sql => Prisma.sql`EXISTS (
  SELECT FROM macro_uses used WHERE used.profile_uid = profile.uid AND ${namesMissingMacro(scopeUids)})`

/** The condition for each state in the filter, on a row of `profiles` named `profile`. */
export const profileStates = ({ tenantUid, scopeUids }: Listed) =>
  ({
    draft: Prisma.sql`NOT profile.is_published`,
    oldDraft: Prisma.sql`(NOT profile.is_published AND profile.modified_at < now() - interval '30 days')`,
    published: Prisma.sql`profile.is_published`,
    invalid: Prisma.sql`profile.is_invalid`,
    updates: Prisma.sql`profile.uid IN (${profilesWithNewerPack(tenantUid)})`,
    empty: Prisma.sql`profile.empty_count > 0`,
    missingMacros: usesMissingMacro(scopeUids),
  }) as const

function stateConditions({ states }: ProfileListFilter, listed: Listed): Sql[] {
  if (!states || states.length === 0) return []
  const known = profileStates(listed)
  return [
    Prisma.sql`(${Prisma.join(
      states.map((state) => known[state]),
      ' OR ',
    )})`,
  ]
}

/**
 * Separates tags that are searched as one text, which takes half the time. A search text without it cannot match across
 * two tags.
 */
const BETWEEN_TAGS = '\u0001'

function searchConditions({ search }: ProfileListFilter): Sql[] {
  const asked = search?.trim()
  if (!asked) return []
  // Tags were lowered before they were stored, and elsewhere: a capital İ or a final Σ differs.
  const text = asked.toLowerCase()
  const isInTags = text.includes(BETWEEN_TAGS)
    ? Prisma.sql`EXISTS (SELECT FROM unnest(${FOLDED_TAGS}) AS tag WHERE strpos(tag, ${text}) > 0)`
    : Prisma.sql`strpos(array_to_string(${FOLDED_TAGS}, ${BETWEEN_TAGS}), ${text}) > 0`
  return [
    Prisma.sql`(strpos(lower(profile.name), ${folded(asked)}) > 0 OR strpos(lower(profile.shown_description), ${folded(asked)}) > 0 OR ${isInTags})`,
  ]
}
