import type { PackFacetsBody, PackSearchResponse } from '@waybill/api-contract'
import { ListPagination } from '../../shared/ui/list/list-pagination.tsx'
import { useChangeList } from '../../shared/ui/list/use-change-list.ts'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { packList, type PackQuery } from './pack-query.ts'
import { NoPackHit, NoPacks } from './packs-empty.tsx'
import { PacksTable } from './packs-table.tsx'
import { PacksToolbar } from './packs-toolbar.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './packs.css'

interface PacksPageProps {
  query: PackQuery
  page: PackSearchResponse
  facets: PackFacetsBody
}

/** What profiles can be made of: the packs of all registries. */
export function PacksPage({ query, page, facets }: PacksPageProps) {
  const change = useChangeList(query, packList.write)
  const { count } = page.listmeta
  const isEmpty = count === 0 && !packList.hasFilters(query)
  return (
    <PageSection isFilled>
      <PageHead heading="Packs" help="registries#packs" />
      {isEmpty ? (
        <NoPacks />
      ) : (
        <>
          <PacksToolbar query={query} facets={facets} count={count} onChange={change} />
          {count === 0 ? (
            <NoPackHit query={query} facets={facets} onChange={change} />
          ) : (
            <>
              <PacksTable items={page.items} query={query} onChange={change} />
              <ListPagination query={query} count={count} onChange={change} />
            </>
          )}
        </>
      )}
    </PageSection>
  )
}
