import type { Scope } from '../session/scope.ts'

/** Why an action is not available here for a profile of another scope; `to` is, for example, `publish it`. */
export const ownerRefusal = (scope: Scope, owner: string, to: string): string | undefined =>
  owner === scope.kind ? undefined : `This profile belongs to the ${owner}. Choose that scope to ${to}.`

/** Why a published version cannot be changed. */
export const keptRefusal = (
  { tenant }: Scope,
  isPublished: boolean,
  change: 'changed' | 'deleted',
): string | undefined =>
  isPublished && tenant.keepsPublished
    ? `${tenant.name} does not allow published versions to be ${change} (Tenant Settings > General).`
    : undefined
