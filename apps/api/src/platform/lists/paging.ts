import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'

/** No page is longer, but for lists that are answered whole. */
export const PAGE_SIZE = 50

export interface Page {
  limit: number
  offset: number
  /** Where the previous page ended, in lists that continue from a row. */
  after?: string
}

interface PagingQuery {
  limit?: number | undefined
  offset?: number | undefined
  continue?: string | undefined
}

/**
 * The page that a list's query asks for: at most 50 items, 0 meaning the most allowed. A token of the previous page
 * takes precedence over `offset`.
 * @throws AppError BadRequest for an invalid token
 */
export function readPage(query: PagingQuery): Page {
  const limit = Math.min(query.limit || PAGE_SIZE, PAGE_SIZE)
  const { offset, after = '' } = query.continue ? readToken(query.continue) : { offset: query.offset ?? 0 }
  return { limit, offset: Math.min(offset, WHOLE), ...(after !== '' && { after }) }
}

/** The page of a list that answers `limit=0` with everything, as Go clients ask for users and filters. */
export function readWholePage(query: PagingQuery): Page {
  return query.limit === 0 ? { limit: WHOLE, offset: Math.min(query.offset ?? 0, WHOLE) } : readPage(query)
}

/** More than a list can have, and still accepted by PostgreSQL as a limit. */
const WHOLE = 2 ** 31 - 1

export const WHOLE_PAGE: Page = { limit: WHOLE, offset: 0 }

/**
 * listmeta: the token is empty on the last page. `after` is where this page ends, in lists that continue from a row.
 */
export function listMeta({ limit, offset }: Page, count: number, after = '') {
  const next = offset + limit
  return {
    continue: next < count ? writeToken({ offset: next, count, token: after }) : '',
    count,
    limit: limit === WHOLE ? count : limit,
    offset,
  }
}

interface Token {
  offset: number
  count: number
  token: string
}

const writeToken = (token: Token) => Buffer.from(JSON.stringify(token)).toString('base64')

const tokenSchema = z.object({ offset: z.int().min(0), token: z.string().default('') })

function readToken(text: string): { offset: number; after: string } {
  const parsed = tokenSchema.safeParse(parseToken(text))
  if (!parsed.success) throw new AppError('BadRequest', { params: { parameter: 'continue' } })
  return { offset: parsed.data.offset, after: parsed.data.token }
}

function parseToken(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64').toString('utf8'))
  } catch {
    return undefined // reported as BadRequest by the caller
  }
}
