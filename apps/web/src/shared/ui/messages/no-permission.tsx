import { LockIcon } from '@patternfly/react-icons/dist/esm/icons/lock-icon'
import { Nothing } from './nothing.tsx'

interface NoPermissionProps {
  permission?: string | undefined
  headingLevel?: 'h1' | 'h2'
}

/** Shown instead of a page, or a part of one, that the user's roles do not allow. */
export function NoPermission({ permission, headingLevel = 'h1' }: NoPermissionProps) {
  return (
    <Nothing icon={LockIcon} title="Your roles here do not give access to this page" headingLevel={headingLevel}>
      {permission !== undefined && (
        <>
          It requires the permission <code>{permission}</code>.{' '}
        </>
      )}
      Ask an administrator of this tenant, or choose another scope above.
    </Nothing>
  )
}
