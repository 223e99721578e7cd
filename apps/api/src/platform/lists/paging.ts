import { z } from 'zod'
import { AppError } from '../errors/app-error.ts'

const PAGE_SIZE = 50

export interface Page {
  limit: number
  offset: number
  /** Where the page before ended, of lists that are read on from there. */
  after?: string
}

interface PagingQuery {
  limit?: number | undefined
  offset?: number | undefined
  continue?: string | undefined
}

/**
 * The page that a list's query asks for: 50 items at most, 0 meaning as many as there may be. A token of the page before wins
 * over `offset`.
 *
 * @throws AppError BadRequest for a token that is not ours.
 */
export function readPage(query: PagingQuery): Page {
  const limit = Math.min(query.limit || PAGE_SIZE, PAGE_SIZE)
  const { offset, after = '' } = query.continue ? readToken(query.continue) : { offset: query.offset ?? 0 }
  return { limit, offset: Math.min(offset, WHOLE), ...(after !== '' && { after }) }
}

/** The page of a list that answers everything to `limit=0`, which Go clients send for users and filters. */
export function readWholePage(query: PagingQuery): Page {
  return query.limit === 0 ? { limit: WHOLE, offset: Math.min(query.offset ?? 0, WHOLE) } : readPage(query)
}

/** More than a list can have, and what PostgreSQL still takes as a limit. */
const WHOLE = 2 ** 31 - 1

export const WHOLE_PAGE: Page = { limit: WHOLE, offset: 0 }

/** listmeta: the token is empty on the last page. `after` is where this page ends, of lists that are read on from there. */
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
    return undefined // said as BadRequest by the caller
  }
}
