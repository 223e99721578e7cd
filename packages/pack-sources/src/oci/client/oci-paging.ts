import { z } from 'zod'
import type { FetchResponse } from '../../source/fetcher.ts'
import { readJson } from '../../source/read-body.ts'
import { SourceError } from '../../source/source-error.ts'

interface PagingOptions {
  /** Requests one page; `query` goes after the question mark. Undefined when there is no such list. */
  ask: (query: string) => Promise<FetchResponse | undefined>
  /** The field of the response that holds the names. */
  field: 'repositories' | 'tags'
  /** Throws `too-large` beyond this number of names. */
  maxNames: number
}

const PAGE = 1_000
const MAX_PAGE_BYTES = 4 * 1024 * 1024
const MAX_LINK_CHARACTERS = 4_096

/**
 * Reads every name of a paged list, sorted and without duplicates. Only the query of `Link: <…>; rel="next"` is used,
 * so that the next page is never requested from another place; a page without new names is a loop.
 *
 * @throws SourceError `bad-response`, `too-large`
 */
export async function readPages({ ask, field, maxNames }: PagingOptions): Promise<string[]> {
  const names = new Set<string>()
  for (let query: string | undefined = `n=${PAGE}`; query !== undefined;) {
    const response: FetchResponse | undefined = await ask(query)
    if (!response) break
    const before = names.size
    for (const name of await readNames(response, field)) names.add(name)
    if (names.size > maxNames) throw new SourceError('too-large')
    query = nextQuery(response)
    if (query !== undefined && names.size === before) throw new SourceError('bad-response')
  }
  return [...names].toSorted()
}

async function readNames(response: FetchResponse, field: PagingOptions['field']): Promise<string[]> {
  // Servers written in Go send an empty list as null.
  const page = z.object({ [field]: z.array(z.string()).nullish() }).safeParse(await readJson(response, MAX_PAGE_BYTES))
  if (!page.success) throw new SourceError('bad-response')
  return page.data[field] ?? []
}

function nextQuery({ headers, url }: FetchResponse): string | undefined {
  const link = /<([^>]*)>\s*;\s*rel="?next"?/i.exec((headers['link'] ?? '').slice(0, MAX_LINK_CHARACTERS))?.[1]
  if (link === undefined) return undefined
  const next = URL.parse(link, url)
  if (!next) throw new SourceError('bad-response')
  return next.search.slice(1)
}
