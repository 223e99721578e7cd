import type { Caller } from '../../platform/access/caller.ts'
import type { Permission } from '../../platform/access/roles/roles.ts'

/** Whether another user's event exists is shown only to callers who may read the log. */
export const mayReadEvents = ({ tenantPermissions }: Caller): boolean => tenantPermissions.has('audit.get')

/** Details of a project's events that name its members, and the permission to see those. */
const NAMING_MEMBERS: Readonly<Record<string, Permission>> = { people: 'user.list', teams: 'team.list' }

/** The details of an event, as JSON, without members whom the project does not show to the caller. */
export function shownDetails(
  { resourceKind, details }: { resourceKind: string; details: string },
  { tenantPermissions }: Pick<Caller, 'tenantPermissions'>,
): string {
  if (resourceKind !== 'project') return details
  return JSON.stringify(
    JSON.parse(details, (name, value: unknown) => {
      const needed = NAMING_MEMBERS[name]
      return needed === undefined || tenantPermissions.has(needed) ? value : undefined
    }),
  )
}
