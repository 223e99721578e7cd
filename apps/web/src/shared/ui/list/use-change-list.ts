import { useNavigate } from 'react-router'
import { stayOnPage } from '../../navigation/stay-on-page.ts'

export type ChangeList<Query> = (change: Partial<Query>) => void

/** Changes a list's query through its address. A new filter or order starts at the first page. */
export function useChangeList<Query extends { search: string }>(
  query: Query,
  write: (query: Query) => URLSearchParams,
): ChangeList<Query> {
  const navigate = useNavigate()
  return (change) => {
    const search = write({ ...query, page: 1, ...change }).toString()
    void navigate({ search }, { state: stayOnPage, replace: change.search !== undefined })
  }
}
