import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import type { Role } from '../../shared/roles/role.ts'
import { isBuiltIn } from './list/role-query.ts'

/** Whether a role is built in or can be changed. */
export const RoleKind = ({ role }: { role: Role }) => (
  <Label isCompact color={isBuiltIn(role) ? 'grey' : 'blue'}>
    {isBuiltIn(role) ? 'Built in' : 'Custom'}
  </Label>
)

/** Where a role can be held. */
export const scopeWords = ({ spec }: Role): string =>
  spec.scope === 'tenant' ? 'The tenant' : 'A project, or all of them'
