import type { ProfileFacetsBody, ProfileSummariesBody } from '@waybill/api-contract'
import { Outlet } from 'react-router'
import { useLeavingProfiles } from '../../shared/deletions/profile-deletions.ts'
import { useRowsDeletedHere } from './use-rows-deleted-here.ts'
import { ListPagination } from '../../shared/ui/list/list-pagination.tsx'
import { useList } from '../../shared/ui/list/use-list.ts'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { ListButtons } from './list-buttons.tsx'
import { type ListQuery, profileList } from './filters/list-query.ts'
import { NoProfileHit, NoProfiles } from './list-empty.tsx'
import { ProfileListToolbar } from './filters/profile-list-toolbar.tsx'
import { SelectionBar } from './bulk/selection-bar.tsx'
import { useSelection } from './bulk/selection.ts'
import { ProfileTable } from './table/profile-table.tsx'
import { ListOptions } from './view/list-options.tsx'
import { useListView } from './view/list-view.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './profile-list.css'

interface ProfileListPageProps {
  query: ListQuery
  page: ProfileSummariesBody
  facets: ProfileFacetsBody
}

export function ProfileListPage({ query, page, facets }: ProfileListPageProps) {
  const list = useList(profileList, query)
  const { asked, change } = list
  const [view, setView] = useListView()
  const leaving = useLeavingProfiles()
  const selection = useSelection(page.items, leaving)
  useRowsDeletedHere()
  const { count } = page.listmeta
  const isEmpty = count === 0 && !profileList.hasFilters(query)
  return (
    <PageSection isFilled>
      <PageHead heading="Cluster Profiles" help="getting-started">
        {!isEmpty && <ListButtons />}
      </PageHead>
      {isEmpty ? (
        <NoProfiles />
      ) : (
        <div className="wb-profile-list">
          <ProfileListToolbar
            actions={<ListOptions query={asked} view={view} onChange={change} onView={setView} />}
            list={list}
            facets={facets}
            count={count}
          />
          {count === 0 ? (
            <NoProfileHit query={query} onChange={change} />
          ) : (
            <>
              <SelectionBar selection={selection} onOtherPages={count - page.items.length} />
              <ProfileTable
                items={page.items}
                view={view}
                query={asked}
                selection={selection}
                leaving={leaving}
                onChange={change}
              />
              <ListPagination list={list} count={count} />
            </>
          )}
        </div>
      )}
      <Outlet />
    </PageSection>
  )
}
