import { Prisma } from '../../platform/prisma.ts'
import { textConditions } from '../../platform/text-filter.ts'
import type { ProfileListFilter } from './profile-list-service.ts'

type Sql = Prisma.Sql

/** What the list's filter says of a row of `profiles` named `profile`. */
export function profileConditions(filter: ProfileListFilter): Sql[] {
  return [
    ...textConditions(Prisma.sql`profile.name`, filter.profileName),
    ...versionConditions(filter),
    ...oneOf(Prisma.sql`profile.type`, filter.profileType),
    ...oneOf(Prisma.sql`profile.cloud_type`, cloudTypes(filter)),
    ...oneOf(Prisma.sql`profile.scope`, filter.scope ? [filter.scope] : filter.scopes),
    ...tagConditions(filter),
    ...stateConditions(filter),
    ...searchConditions(filter),
  ]
}

/** A name is listed by its newest version, unless a version is asked for. */
function versionConditions({ version }: ProfileListFilter): Sql[] {
  if (!version?.eq && !version?.ne) return [Prisma.sql`profile.is_newest`]
  const conditions: Sql[] = []
  if (version.eq) conditions.push(Prisma.sql`profile.version = ${version.eq}`)
  if (version.ne) conditions.push(Prisma.sql`profile.is_newest AND profile.version <> ${version.ne}`)
  return conditions
}

const oneOf = (column: Sql, values: readonly string[] | null | undefined): Sql[] =>
  values && values.length > 0 ? [Prisma.sql`${column} = ANY(${[...values]})`] : []

/** `all` alone asks for every cloud; beside others it is the cloud type of that name. */
const cloudTypes = ({ environment }: ProfileListFilter) =>
  environment?.length === 1 && environment[0] === 'all' ? [] : environment

/** A tag is `key` or `key:value`; a bare key also finds the key with any value. */
function tagConditions({ tags }: ProfileListFilter): Sql[] {
  const has = (tag: string) => Prisma.sql`(${tag.toLowerCase()} = ANY(profile.tags)
    OR EXISTS (SELECT FROM unnest(profile.tags) AS tag WHERE starts_with(tag, ${`${tag.toLowerCase()}:`})))`
  const conditions: Sql[] = []
  if (tags?.eq && tags.eq.length > 0) conditions.push(Prisma.sql`(${Prisma.join(tags.eq.map(has), ' OR ')})`)
  if (tags?.ne && tags.ne.length > 0) conditions.push(Prisma.sql`NOT (${Prisma.join(tags.ne.map(has), ' OR ')})`)
  return conditions
}

function stateConditions({ states }: ProfileListFilter): Sql[] {
  if (!states || states.length === 0) return []
  const sql = {
    draft: Prisma.sql`NOT profile.is_published`,
    published: Prisma.sql`profile.is_published`,
    invalid: Prisma.sql`profile.is_invalid`,
  }
  return [
    Prisma.sql`(${Prisma.join(
      states.map((state) => sql[state]),
      ' OR ',
    )})`,
  ]
}

function searchConditions({ search }: ProfileListFilter): Sql[] {
  const text = search?.trim().toLowerCase()
  if (!text) return []
  return [
    Prisma.sql`(strpos(lower(profile.name), ${text}) > 0 OR strpos(lower(profile.description), ${text}) > 0
      OR EXISTS (SELECT FROM unnest(profile.tags) AS tag WHERE strpos(tag, ${text}) > 0))`,
  ]
}
