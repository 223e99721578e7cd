import { DropdownGroup, DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { useLocation, useNavigate } from 'react-router'
import { scopeName, scopeTitle, type Scope } from '../../shared/session/scope.ts'
import { Menu } from '../../shared/ui/buttons/menu.tsx'

/** Shows the current scope and links to the same area of the others. */
export function ScopeSwitcher({ scope, scopes }: { scope: Scope; scopes: readonly Scope[] }) {
  const navigate = useNavigate()
  const area = areaOf(useLocation().pathname.slice(scope.basePath.length))
  return (
    <Menu
      label={`Scope: ${scopeTitle(scope)}`}
      toggle={{
        variant: 'plainText',
        className: 'wb-scope',
        children: (
          <>
            <span className="wb-scope-tenant">{scope.tenant.name}</span>
            <span aria-hidden="true"> ▸ </span>
            <span className="wb-scope-name">{scopeName(scope)}</span>
          </>
        ),
      }}
    >
      <DropdownGroup label={scope.tenant.name}>
        <DropdownList>
          {scopes.map((each) => (
            <DropdownItem
              key={each.basePath}
              isSelected={each.basePath === scope.basePath}
              description={each.roles.join(', ')}
              onClick={() => void navigate(each.basePath + area)}
            >
              {scopeName(each)}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
    </Menu>
  )
}

/**
 * Areas that exist in every scope. A page of one profile is not among them, since another scope does not have that
 * profile.
 */
const AREAS = ['/home', '/packs', '/settings/macros', '/settings/audit-log']

function areaOf(path: string): string {
  return AREAS.includes(path) ? path : '/profiles'
}
