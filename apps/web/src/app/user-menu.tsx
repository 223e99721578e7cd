import { signOut } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { Divider } from '@patternfly/react-core/dist/dynamic/components/Divider'
import { Dropdown, DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { MenuToggle } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { UserIcon } from '@patternfly/react-icons/dist/esm/icons/user-icon'
import { useState } from 'react'
import { scopeTitle, type Scope } from '../shared/session/scope.ts'
import { showToast } from '../shared/ui/toast-store.ts'

/** Who am I, what may I do here, and the way out. */
export function UserMenu({ scope, user }: { scope: Scope; user: SessionBody['user'] }) {
  const [isOpen, setIsOpen] = useState(false)
  const name = `${user.firstName} ${user.lastName}`.trim() || user.email
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onSelect={() => setIsOpen(false)}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          icon={<UserIcon />}
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={`User: ${name}`}
        >
          <span className="wb-user-name">{name}</span>
        </MenuToggle>
      )}
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
        <DropdownItem onClick={() => void leave()}>Sign out</DropdownItem>
      </DropdownList>
    </Dropdown>
  )
}

async function leave(): Promise<void> {
  const result = await signOut({ baseUrl: '' })
  if (result.ok || (result.error.kind === 'refusal' && result.error.status === 401)) window.location.assign('/login')
  else showToast({ kind: 'danger', title: 'You are still signed in: the server did not answer. Try again.' })
}
