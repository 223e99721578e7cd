import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { LockIcon } from '@patternfly/react-icons/dist/esm/icons/lock-icon'

interface NoPermissionProps {
  permission?: string | undefined
  headingLevel?: 'h1' | 'h2'
}

/** In place of a page, or of a part of one, that the roles here do not open. */
export function NoPermission({ permission, headingLevel = 'h1' }: NoPermissionProps) {
  return (
    <EmptyState icon={LockIcon} titleText="Your roles here do not give access to this page" headingLevel={headingLevel}>
      <EmptyStateBody>
        {permission !== undefined && (
          <>
            It requires the permission <code>{permission}</code>.{' '}
          </>
        )}
        Ask an administrator of this tenant, or choose another scope above.
      </EmptyStateBody>
    </EmptyState>
  )
}
