import { useNavigate } from 'react-router'
import { stayOnPage } from '../../shared/navigation/stay-on-page.ts'
import { writePackQuery, type PackQuery } from './pack-query.ts'

export type ChangePackQuery = (change: Partial<PackQuery>) => void

/** Changes what the list shows by way of its address. Another filter or order starts at the first page. */
export function useChangePackQuery(query: PackQuery): ChangePackQuery {
  const navigate = useNavigate()
  return (change) => {
    const search = writePackQuery({ ...query, page: 1, ...change }).toString()
    void navigate({ search }, { state: stayOnPage, replace: change.search !== undefined })
  }
}
