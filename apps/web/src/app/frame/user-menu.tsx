import type { SessionBody } from '@waybill/api-contract'
import { Divider } from '@patternfly/react-core/dist/dynamic/components/Divider'
import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { UserIcon } from '@patternfly/react-icons/dist/esm/icons/user-icon'
import { useHref, useLinkClickHandler } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { scopeTitle, type Scope } from '../../shared/session/scope.ts'
import { signOut } from '../../shared/session/sign-out.ts'
import { Menu } from '../../shared/ui/buttons/menu.tsx'

/** The signed-in user, their roles here, and Sign out. */
export function UserMenu({ scope, user }: { scope: Scope; user: SessionBody['user'] }) {
  const path = paths.account(scope)
  const href = useHref(path)
  const goToAccount = useLinkClickHandler<HTMLAnchorElement>(path)
  const name = `${user.firstName} ${user.lastName}`.trim() || user.email
  return (
    <Menu
      label={`User: ${name}`}
      toggle={{ variant: 'plainText', icon: <UserIcon />, children: <span className="wb-user-name">{name}</span> }}
      alignment="right"
    >
      <div className="wb-user-card">
        <strong>{name}</strong>
        <span>{user.email}</span>
        <span>
          {scope.roles.join(', ') || 'No role'} in {scopeTitle(scope)}
        </span>
      </div>
      <Divider />
      <DropdownList>
        <DropdownItem to={href} onClick={goToAccount}>
          My account
        </DropdownItem>
        <DropdownItem to={paths.help(scope)} isExternalLink rel="noreferrer">
          Help
        </DropdownItem>
        <DropdownItem to="/docs" isExternalLink rel="noreferrer">
          API documentation
        </DropdownItem>
        <DropdownItem onClick={() => void signOut()}>Sign out</DropdownItem>
      </DropdownList>
    </Menu>
  )
}
