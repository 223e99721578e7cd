import { Prisma } from '../../../platform/database/prisma.ts'

/**
 * The last change of a row of `profiles` named `profile`: when, which, and by whom (a name, or an address where there is none). One event
 * is read, however often the profile was exported since: an index holds these actions alone. The tenant is the profile's, since where it
 * is given by itself the planner may walk all events of a tenant that statistics do not know yet.
 */
export const LAST_CHANGE = Prisma.sql`
  SELECT event.at, event.action,
    coalesce(nullif(concat_ws(' ', nullif(actor.first_name, ''), nullif(actor.last_name, '')), ''), event.actor_email) AS person
  FROM audit_events event LEFT JOIN users actor ON actor.tenant_uid = event.tenant_uid AND actor.uid = event.actor_uid::bpchar
  WHERE event.tenant_uid = profile.tenant_uid AND event.resource_uid = profile.uid AND event.resource_kind = 'clusterprofile'
    AND event.action IN ('create', 'update', 'publish', 'import')
  ORDER BY event.at DESC, event.uid DESC LIMIT 1`
