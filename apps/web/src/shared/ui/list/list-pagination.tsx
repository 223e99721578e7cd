import { Pagination } from '@patternfly/react-core/dist/dynamic/components/Pagination'
import { Navigate, useSearchParams } from 'react-router'
import { stayOnPage } from '../../navigation/stay-on-page.ts'
import { lastPageOf, PAGE_SIZES, type PageOfList } from './page-of-list.ts'
import type { List } from './use-list.ts'

interface ListPaginationProps {
  list: Pick<List<PageOfList>, 'query' | 'asked' | 'change'>
  count: number
}

/** Pagination of a list longer than the shortest page; an address past its end leads to the last page. */
export function ListPagination({ list, count }: ListPaginationProps) {
  const { query, asked, change } = list
  const [params] = useSearchParams()
  const last = lastPageOf(query, count)
  if (query.page > last) {
    const there = new URLSearchParams(params)
    there.set('page', String(last))
    return <Navigate to={{ search: there.toString() }} state={stayOnPage} replace />
  }
  if (count <= PAGE_SIZES[0]) return null
  return (
    <Pagination
      variant="bottom"
      itemCount={count}
      page={asked.page}
      perPage={asked.perPage}
      perPageOptions={PAGE_SIZES.map((value) => ({ title: String(value), value }))}
      onSetPage={(_event, page) => change({ page })}
      onPerPageSelect={(_event, perPage) => {
        const size = PAGE_SIZES.find((each) => each === perPage)
        if (size !== undefined) change({ perPage: size })
      }}
    />
  )
}
