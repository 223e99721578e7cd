import type { PackFacetsBody, PackSearchResponse } from '@waybill/api-contract'
import { CubesIcon } from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import { paths } from '../../shared/navigation/paths.ts'
import { can } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { LinkButton } from '../../shared/ui/buttons/link-button.tsx'
import { activeFilters } from '../../shared/ui/list/filters/active-filters.ts'
import { FilterSelect } from '../../shared/ui/list/filters/filter-select.tsx'
import { ListPage } from '../../shared/ui/list/list-page.tsx'
import { useList } from '../../shared/ui/list/use-list.ts'
import { Nothing } from '../../shared/ui/messages/nothing.tsx'
import { choicesOf, packChoiceName } from './pack-choices.ts'
import { PACK_FILTERS, type PackFilterName, packFilterNames, packList, type PackQuery } from './pack-query.ts'
import { PacksTable } from './packs-table.tsx'
import './packs.css'

interface PacksPageProps {
  query: PackQuery
  page: PackSearchResponse
  facets: PackFacetsBody
}

/** The packs of all registries, from which profiles are built. */
export function PacksPage({ query, page, facets }: PacksPageProps) {
  const list = useList(packList, query)
  const choices = choicesOf(facets)
  const nameOf = (name: PackFilterName, choice: string) => packChoiceName(name, choice, facets)
  return (
    <ListPage
      title="Packs"
      help="registries#packs"
      fields="name"
      filters={packFilterNames.map((name) => (
        <FilterSelect
          key={name}
          label={PACK_FILTERS[name]}
          choices={choices[name]}
          nameOf={(choice) => nameOf(name, choice)}
          chosen={list.asked[name]}
          onChoose={(chosen) => list.change({ [name]: chosen })}
        />
      ))}
      list={list}
      count={page.listmeta.count}
      noun="pack"
      empty={<NoPacks />}
      noMatch={{
        title: 'No pack matches',
        text: `Active filters: ${activeFilters(query, PACK_FILTERS, nameOf)}`,
      }}
    >
      <PacksTable items={page.items} query={list.asked} onChange={list.change} />
    </ListPage>
  )
}

function NoPacks() {
  const mayAdd = can(useScope(), 'packRegistry.create')
  return (
    <Nothing
      icon={CubesIcon}
      title="No packs yet"
      actions={mayAdd ? <LinkButton to={paths.registries}>Open Registries</LinkButton> : null}
    >
      Packs and charts come from registries. A tenant administrator adds those under Tenant Settings &gt; Registries;
      their packs are listed here after the first sync.
    </Nothing>
  )
}
