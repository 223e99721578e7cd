import { useNavigate } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { writeListQuery, type ListQuery } from './list-query.ts'

export type ChangeQuery = (change: Partial<ListQuery>) => void

/** Changes what the list shows by way of its address. Another filter or order starts at the first page. */
export function useChangeQuery(query: ListQuery): ChangeQuery {
  const navigate = useNavigate()
  return (change) => {
    const search = writeListQuery({ ...query, page: 1, ...change }).toString()
    void navigate({ search }, { state: stayOnPage, replace: change.search !== undefined })
  }
}
