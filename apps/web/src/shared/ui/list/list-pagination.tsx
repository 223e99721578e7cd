import { Pagination } from '@patternfly/react-core/dist/dynamic/components/Pagination'
import { PAGE_SIZES, type PageOfList } from './page-of-list.ts'

interface ListPaginationProps {
  query: PageOfList
  count: number
  onChange: (change: Partial<PageOfList>) => void
}

export function ListPagination({ query, count, onChange }: ListPaginationProps) {
  return (
    <Pagination
      variant="bottom"
      itemCount={count}
      page={query.page}
      perPage={query.perPage}
      perPageOptions={PAGE_SIZES.map((value) => ({ title: String(value), value }))}
      onSetPage={(_event, page) => onChange({ page })}
      onPerPageSelect={(_event, perPage) => {
        const size = PAGE_SIZES.find((each) => each === perPage)
        if (size !== undefined) onChange({ perPage: size })
      }}
    />
  )
}
