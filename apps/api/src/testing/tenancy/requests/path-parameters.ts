import type { Kind } from '../world/places.ts'
import { parametersOf } from './registered-routes.ts'

/** The kinds of things that path parameters name. The longest matching prefix of a route's path counts. */
const PARAMETERS: Readonly<Record<string, Kind>> = {
  '/v1/apiKeys/:uid': 'apiKey',
  '/v1/audits/:uid': 'audit',
  '/v1/auth/password/:passwordToken': 'nothing',
  '/v1/auth/refresh/:token': 'nothing',
  '/v1/clusterprofiles/:uid': 'profile',
  '/v1/clusterprofiles/:uid/packs/:packName': 'layer',
  '/v1/clusterprofiles/:uid/packs/:packName/manifests/:manifestUid': 'manifest',
  '/v1/console/packs/:uid': 'pack',
  '/v1/console/registries/:uid': 'packRegistry',
  '/v1/console/secretrules/:uid': 'secretRule',
  '/v1/console/clusterprofiles/:uid': 'profile',
  '/v1/console/sessions/:uid': 'session',
  '/v1/console/users/:uid': 'user',
  '/v1/dashboard/clusterprofiles/:uid': 'profile',
  '/v1/filters/tag/:uid': 'filter',
  '/v1/packs/:packName/registries': 'packName',
  '/v1/packs/:packName/registries/:registryUid': 'packRegistry',
  '/v1/packs/:uid': 'pack',
  '/v1/projects/:uid': 'project',
  '/v1/registries/:registryName/config': 'registryName',
  '/v1/registries/:uid': 'helmRegistry',
  '/v1/registries/helm/:uid': 'helmRegistry',
  '/v1/registries/oci/:uid': 'basicRegistry',
  '/v1/registries/oci/:uid/ecr': 'ecrRegistry',
  '/v1/registries/pack/:uid': 'packRegistry',
  '/v1/console/roles/:uid': 'role',
  '/v1/console/teams/:uid': 'team',
  '/v1/console/teams/:uid/members/:userUid': 'member',
  '/v1/roles/:uid': 'role',
  '/v1/teams/:uid': 'team',
  '/v1/teams/:uid/resourceRoles/:resourceRoleUid': 'nothing',
  '/v1/workspaces/teams/:uid': 'team',
  '/v1/workspaces/users/:uid': 'user',
  '/v1/tenants/:uid': 'tenant',
  '/v1/tenants/:tenantUid': 'tenant',
  '/v1/users/:uid': 'user',
  '/v1/users/:uid/resourceRoles/:resourceRoleUid': 'nothing',
}

const lastOf = (beginning: string) => parametersOf(beginning).at(-1)
const beginsWith = (path: string, beginning: string) => `${path}/`.startsWith(`${beginning}/`)

/** @throws Error that says what to add, for a parameter that the matrix does not know */
export function kindOfParameter(path: string, parameter: string): Kind {
  const [beginning = ''] = Object.keys(PARAMETERS)
    .filter((known) => beginsWith(path, known) && lastOf(known) === parameter)
    .toSorted((a, b) => b.length - a.length)
  const kind = PARAMETERS[beginning]
  if (kind) return kind
  throw new Error(
    `Nobody knows what :${parameter} of ${path} is of: say so in testing/tenancy/requests/path-parameters.ts, and see that every place of testing/tenancy/world/world.ts has such a thing.`,
  )
}
