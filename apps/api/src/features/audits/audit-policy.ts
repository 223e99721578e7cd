import type { Caller } from '../../platform/access/caller.ts'

/** Whether an event of somebody else is there is told to who may read the log. */
export const mayReadEvents = ({ tenantPermissions }: Caller): boolean => tenantPermissions.has('audit.get')
