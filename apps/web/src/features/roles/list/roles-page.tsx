import { useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import type { Role } from '../../../shared/roles/role.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { ListPage } from '../../../shared/ui/list/list-page.tsx'
import { OneFilter } from '../../../shared/ui/list/filters/one-filter.tsx'
import { limitsOf } from '../../../shared/ui/list/page-of-list.ts'
import { useList } from '../../../shared/ui/list/use-list.ts'
import { KINDS, pickRoles, type RoleList, roleList } from './role-query.ts'
import { RolesTable } from './roles-table.tsx'

interface RolesPageProps {
  query: RoleList
  roles: readonly Role[]
}

/** The built-in roles, and the tenant's own. */
export function RolesPage({ query, roles }: RolesPageProps) {
  const scope = useScope()
  const navigate = useNavigate()
  const list = useList(roleList, query)
  const picked = pickRoles(roles, query)
  const { offset, limit } = limitsOf(query)
  const isFirst = query.kind === 'own' && query.search === ''
  return (
    <ListPage
      title="Roles"
      help="people#roles"
      action={
        <ActionButton
          label="Add role"
          variant="primary"
          reason={roleRefusal(scope, 'role.create')}
          onClick={() => void navigate(paths.addRole())}
        />
      }
      fields="name"
      filters={
        <OneFilter
          label="Kind"
          choices={KINDS}
          nameOf={(kind) => (kind === 'own' ? 'Custom' : 'Built in')}
          chosen={list.asked.kind}
          onChoose={(kind) => list.change({ kind })}
        />
      }
      list={list}
      count={picked.length}
      noun="role"
      noMatch={
        isFirst ? NONE_OWN : { title: 'No role matches', text: 'No name of a role fits the search and the filter.' }
      }
    >
      <RolesTable roles={picked.slice(offset, offset + limit)} />
    </ListPage>
  )
}

const NONE_OWN = {
  title: 'No custom role yet',
  text: 'Add one where the built-in roles allow too much or too little, or clone one of those and change the copy.',
}
