import { Prisma } from '../../../platform/database/prisma.ts'

/**
 * The last change of a row of `profiles` named `profile`: when, what, and by whom (a name, or an address if there is
 * none). Reads one event however often the profile was exported since, because an index holds only these actions. The
 * tenant comes from the profile's row: with a constant the planner may scan all events of a tenant that its statistics
 * do not know yet.
 */
export const LAST_CHANGE = Prisma.sql`
  SELECT event.at, event.action,
    coalesce(nullif(concat_ws(' ', nullif(actor.first_name, ''), nullif(actor.last_name, '')), ''), event.actor_email) AS person
  FROM audit_events event LEFT JOIN users actor ON actor.tenant_uid = event.tenant_uid AND actor.uid = event.actor_uid::bpchar
  WHERE event.tenant_uid = profile.tenant_uid AND event.resource_uid = profile.uid AND event.resource_kind = 'clusterprofile'
    AND event.action IN ('create', 'update', 'publish', 'import')
  ORDER BY event.at DESC, event.uid DESC LIMIT 1`
