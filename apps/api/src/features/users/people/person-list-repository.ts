import type { PeopleQuery } from '@waybill/api-contract'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import type { ListQuestion } from '../../../platform/lists/list-question.ts'
import type { Page } from '../../../platform/lists/paging.ts'
import { allOf } from '../../../platform/lists/text-filter.ts'
import { countUsers, listUsers, NAME } from '../user-list-repository.ts'

const STATES = { active: Prisma.sql`disabled_at IS NULL`, disabled: Prisma.sql`disabled_at IS NOT NULL` }

/** A page of the people that a query asks for, and their total number. */
export async function listPeople(db: TenantClient, query: PeopleQuery, page: Page) {
  const question = toQuestion(query)
  return { people: await listUsers(db, question, page), count: await countUsers(db, question) }
}

function toQuestion({ search = '', state, sort, order = 'asc' }: PeopleQuery): ListQuestion {
  const text = Prisma.sql`lower(${search.trim()})`
  const column = sort === 'lastSeenAt' ? Prisma.sql`last_seen_at` : NAME
  return {
    where: allOf([
      Prisma.sql`(strpos(lower(${NAME}), ${text}) > 0 OR strpos(lower(email), ${text}) > 0)`,
      ...(state ? [STATES[state]] : []),
    ]),
    // Users who never signed in come last in either order.
    order: [order === 'desc' ? Prisma.sql`${column} DESC NULLS LAST` : column],
  }
}
