import type { Caller } from '../../platform/access/caller.ts'
import type { Permission } from '../../platform/access/roles.ts'

/** Whether an event of somebody else is there is told to who may read the log. */
export const mayReadEvents = ({ tenantPermissions }: Caller): boolean => tenantPermissions.has('audit.get')

/** Details of a project's event that name who holds roles in it, and who is told of them by the project itself. */
const NAMING_MEMBERS: Readonly<Record<string, Permission>> = { people: 'user.list', teams: 'team.list' }

/** The details of an event, as JSON: the log tells nobody whom a project hides from them. */
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
