import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import type { ConsoleApiKeysBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { NoHit } from '../../shared/ui/list/no-hit.tsx'
import { KEY_STATES, type KeyList, noKeyFilters, writeKeyList } from '../../shared/api-keys/key-query.ts'
import { keyStateWord } from '../../shared/api-keys/key-state.tsx'
import { KeyTable } from '../../shared/api-keys/key-table.tsx'
import { paths } from '../../shared/navigation/paths.ts'
import { can, roleRefusal } from '../../shared/session/scope.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { FilterSelect } from '../../shared/ui/list/filter-select.tsx'
import { ListPagination } from '../../shared/ui/list/list-pagination.tsx'
import { ListSearch } from '../../shared/ui/list/list-search.tsx'
import { ListToolbar } from '../../shared/ui/list/list-toolbar.tsx'
import { type ChangeList, useChangeList } from '../../shared/ui/list/use-change-list.ts'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'

interface ApiKeysPageProps {
  query: KeyList
  page: ConsoleApiKeysBody
}

/** Every key of the tenant: whose it is, how long it works, and whether anybody uses it. */
export function ApiKeysPage({ query, page }: ApiKeysPageProps) {
  const scope = useScope()
  const change = useChangeList(query, writeKeyList)
  const { count } = page.listmeta
  const hasFilters = query.search !== '' || query.state !== null
  return (
    <PageSection isFilled>
      <div className="wb-page-head">
        <PageHeading>API keys</PageHeading>
      </div>
      <p className="wb-key-note">
        Everybody makes their own under <Link to={paths.account(scope)}>My account</Link>. A key may do what its owner
        may.
      </p>
      <KeysToolbar query={query} count={count} onChange={change} />
      {count === 0 ? (
        <NoKeys hasFilters={hasFilters} onClear={() => change(noKeyFilters)} />
      ) : (
        <>
          <KeyTable
            keys={page.items}
            ownerOf={({ uid, name, email }) => (
              <>
                {can(scope, 'user.get') ? <Link to={paths.person(uid)}>{name}</Link> : name}
                {name !== email && <p className="wb-subtle">{email}</p>}
              </>
            )}
            disableRefusal={roleRefusal(scope, 'apiKey.update')}
            revokeRefusal={roleRefusal(scope, 'apiKey.delete')}
          />
          <ListPagination query={query} count={count} onChange={change} />
        </>
      )}
    </PageSection>
  )
}

interface KeysToolbarProps {
  query: KeyList
  count: number
  onChange: ChangeList<KeyList>
}

function KeysToolbar({ query, count, onChange }: KeysToolbarProps) {
  return (
    <ListToolbar
      search={<ListSearch fields="name or owner" search={query.search} onSearch={(search) => onChange({ search })} />}
      filters={
        <FilterSelect
          label="State"
          choices={KEY_STATES}
          nameOf={(state) => keyStateWord(KEY_STATES.find((each) => each === state) ?? 'active')}
          chosen={query.state === null ? [] : [query.state]}
          onChoose={(chosen) => onChange({ state: KEY_STATES.find((state) => state === chosen.at(-1)) ?? null })}
        />
      }
      count={count === 1 ? '1 key' : `${count.toLocaleString('en')} keys`}
      onClear={() => onChange(noKeyFilters)}
    />
  )
}

function NoKeys({ hasFilters, onClear }: { hasFilters: boolean; onClear: () => void }) {
  if (hasFilters)
    return (
      <NoHit title="No key matches" onClear={onClear}>
        No key of this tenant fits the search and the filter.
      </NoHit>
    )
  return (
    <EmptyState titleText="No API keys" headingLevel="h2">
      <EmptyStateBody>Nobody of this tenant has made one yet.</EmptyStateBody>
    </EmptyState>
  )
}
