import { AppError } from '../errors/app-error.ts'

const PAGE_SIZE = 50

export interface Page {
  limit: number
  offset: number
}

interface PagingQuery {
  limit?: number | undefined
  offset?: number | undefined
  continue?: string | undefined
}

/**
 * The page that a list's query asks for: 50 items at most, 0 meaning as many as there may be. A token of the page before wins
 * over `offset` (contract §i).
 *
 * @throws AppError BadRequest for a token that is not ours.
 */
export function readPage(query: PagingQuery): Page {
  const limit = Math.min(query.limit || PAGE_SIZE, PAGE_SIZE)
  const offset = query.continue ? readToken(query.continue) : (query.offset ?? 0)
  return { limit, offset: Math.min(offset, WHOLE) }
}

/** The page of a list that answers everything to `limit=0`, which Go clients send for users and filters (contract §i). */
export function readWholePage(query: PagingQuery): Page {
  return query.limit === 0 ? { limit: WHOLE, offset: Math.min(query.offset ?? 0, WHOLE) } : readPage(query)
}

/** More than a list can have, and what PostgreSQL still takes as a limit. */
const WHOLE = 2 ** 31 - 1

export const WHOLE_PAGE: Page = { limit: WHOLE, offset: 0 }

/** listmeta: the token is empty on the last page. */
export function listMeta({ limit, offset }: Page, count: number) {
  const next = offset + limit
  return {
    continue: next < count ? writeToken(next, count) : '',
    count,
    limit: limit === WHOLE ? count : limit,
    offset,
  }
}

const writeToken = (offset: number, count: number) =>
  Buffer.from(JSON.stringify({ offset, count, token: '' })).toString('base64')

function readToken(token: string): number {
  const offset: unknown = parseToken(token)
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0) throw new AppError('BadRequest')
  return offset
}

function parseToken(token: string): unknown {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'))
    return typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'offset') : undefined
  } catch {
    return undefined // said as BadRequest by the caller
  }
}
