import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { LockIcon } from '@patternfly/react-icons/dist/esm/icons/lock-icon'

/** In place of a page that the roles here do not open. */
export function NoPermission({ permission }: { permission?: string | undefined }) {
  return (
    <EmptyState icon={LockIcon} titleText="Your roles here do not open this page" headingLevel="h1">
      <EmptyStateBody>
        {permission !== undefined && (
          <>
            It needs the permission <code>{permission}</code>.{' '}
          </>
        )}
        Ask an administrator of this tenant, or choose another scope above.
      </EmptyStateBody>
    </EmptyState>
  )
}
