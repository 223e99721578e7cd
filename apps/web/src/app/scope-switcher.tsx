import {
  Dropdown,
  DropdownGroup,
  DropdownItem,
  DropdownList,
} from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { scopeName, scopeTitle, type Scope } from '../shared/session/scope.ts'

/** Says where one is and leads to another scope, to the same area of it. */
export function ScopeSwitcher({ scope, scopes }: { scope: Scope; scopes: readonly Scope[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const navigate = useNavigate()
  const area = areaOf(useLocation().pathname.slice(scope.basePath.length))
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onSelect={() => setIsOpen(false)}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          className="wb-scope"
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={`Scope: ${scopeTitle(scope)}`}
        >
          <span className="wb-scope-tenant">{scope.tenant.name}</span>
          <span aria-hidden="true"> ▸ </span>
          <span className="wb-scope-name">{scopeName(scope)}</span>
        </MenuToggle>
      )}
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
    </Dropdown>
  )
}

/** A profile of one scope is not in another one, but both have a list of profiles and settings. */
function areaOf(path: string): string {
  return path.startsWith('/settings/') ? path : '/profiles'
}
