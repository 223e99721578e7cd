import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { useNavigate } from 'react-router'
import { NoHit } from '../../../shared/ui/list/no-hit.tsx'
import { paths } from '../../../shared/navigation/paths.ts'
import type { Role } from '../../../shared/roles/role.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { FilterSelect } from '../../../shared/ui/list/filter-select.tsx'
import { ListPagination } from '../../../shared/ui/list/list-pagination.tsx'
import { ListSearch } from '../../../shared/ui/list/list-search.tsx'
import { ListToolbar } from '../../../shared/ui/list/list-toolbar.tsx'
import { limitsOf } from '../../../shared/ui/list/page-of-list.ts'
import { useChangeList } from '../../../shared/ui/list/use-change-list.ts'
import { PageHeading } from '../../../shared/ui/page/page-heading.tsx'
import { type ChangeRoles, KINDS, noRoleFilters, pickRoles, type RoleList, writeRoleList } from './role-query.ts'
import { RolesTable } from './roles-table.tsx'

interface RolesPageProps {
  query: RoleList
  roles: readonly Role[]
}

const kindName = (kind: string) => (kind === 'own' ? 'Own' : 'Built in')

/** What can be held: the roles that are built in, and the tenant's own. */
export function RolesPage({ query, roles }: RolesPageProps) {
  const scope = useScope()
  const navigate = useNavigate()
  const change = useChangeList(query, writeRoleList)
  const picked = pickRoles(roles, query)
  const { offset, limit } = limitsOf(query)
  return (
    <PageSection isFilled>
      <div className="wb-page-head">
        <PageHeading>Roles</PageHeading>
        <ActionButton
          label="Add role"
          variant="primary"
          reason={roleRefusal(scope, 'role.create')}
          onClick={() => void navigate(paths.addRole())}
        />
      </div>
      <ListToolbar
        search={<ListSearch fields="name" search={query.search} onSearch={(search) => change({ search })} />}
        filters={
          <FilterSelect
            label="Kind"
            choices={KINDS}
            nameOf={kindName}
            chosen={query.kind === null ? [] : [query.kind]}
            onChoose={(chosen) => change({ kind: KINDS.find((kind) => kind === chosen.at(-1)) ?? null })}
          />
        }
        count={picked.length === 1 ? '1 role' : `${picked.length.toLocaleString('en')} roles`}
        onClear={() => change(noRoleFilters)}
      />
      {picked.length === 0 ? (
        <NoRole query={query} onChange={change} />
      ) : (
        <>
          <RolesTable roles={picked.slice(offset, offset + limit)} />
          <ListPagination query={query} count={picked.length} onChange={change} />
        </>
      )}
    </PageSection>
  )
}

function NoRole({ query, onChange }: { query: RoleList; onChange: ChangeRoles }) {
  const isFirst = query.kind === 'own' && query.search === ''
  return (
    <NoHit title={isFirst ? 'No role of your own yet' : 'No role matches'} onClear={() => onChange(noRoleFilters)}>
      {isFirst
        ? 'Add one where the built-in roles allow too much or too little, or clone one of those and change the copy.'
        : 'No name of a role fits the search and the filter.'}
    </NoHit>
  )
}
