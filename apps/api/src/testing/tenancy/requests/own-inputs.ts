import { PASSWORD } from '../../fixtures.ts'
import type { Things } from '../world/places.ts'

export interface OwnInput {
  path?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
  /** Merged over the smallest body of the operation's schema. */
  body?: Readonly<Record<string, unknown>> | readonly object[]
}

/** Addresses of the tests' registries. */
export interface Endpoints {
  helm: string
  pack: string
  oci: string
}

/** A pack that no layer uses, in every tenant. */
export const SPARE_PACK = 'spare'

const MASK = '********'

/**
 * What operations need beyond the required fields to succeed on the caller's own things, and every field that names a
 * thing.
 */
export function ownInputs(things: Things, endpoints: Endpoints): Readonly<Record<string, OwnInput>> {
  return {
    ...profileInputs(things),
    ...tenantInputs(things),
    ...registryInputs(things, endpoints),
    ...ssoInputs(endpoints),
  }
}

function ssoInputs({ helm }: Endpoints): Record<string, OwnInput> {
  const settings = {
    isEnabled: false,
    issuer: helm,
    clientId: 'matrix',
    domains: [],
    groupRoles: [],
    scopes: [],
    ca: '',
  }
  return {
    'PUT /v1/console/sso': { body: settings },
    'POST /v1/console/sso/test': { body: settings },
    'POST /v1/tenants/:tenantUid/saml/config': { body: { isSsoEnabled: false } },
    'POST /v1/tenants/:tenantUid/oidc/config': { body: { isSsoEnabled: false, issuerUrl: '', defaultTeams: [] } },
    'POST /v1/tenants/:tenantUid/domains': { body: { domains: ['matrix.test'] } },
  }
}

function profileInputs(things: Things): Record<string, OwnInput> {
  const manifest = { uid: things.manifest, name: 'config', content: 'kind: ConfigMap\n' }
  const registry = { metadata: { uid: things.packRegistry } }
  const refs = { uid: things.pack, registryUid: things.packRegistry, registry }
  const pack = { name: things.layer, tag: '1.0.0', type: 'spectro', ...refs, manifests: [manifest] }
  const added = { ...pack, name: SPARE_PACK, uid: things.sparePack }
  const template = { type: 'add-on', cloudType: 'all', packs: [pack] }
  const variables = [{ name: 'REGION', displayName: 'Region', format: 'string', defaultValue: 'eu' }]
  const metadata = { name: 'matrix' }
  const target = { scope: 'project', projectUid: things.project }
  const document = {
    body: {
      metadata,
      spec: { version: '1.0.0', template: fileTemplate(things) },
      decisions: { registries: { 0: things.packRegistry } },
    },
  }
  const at = '/v1/clusterprofiles/:uid'
  return {
    'POST /v1/clusterprofiles': { body: { metadata, spec: { template } } },
    [`PUT ${at}`]: { body: { metadata, spec: { template } } },
    [`POST ${at}/versions`]: { body: { spec: { version: '9.9.0', template, packs: [pack] } } },
    [`PUT ${at}/variables`]: { body: { variables } },
    [`PATCH ${at}/variables`]: { body: { variables } },
    [`DELETE ${at}/variables`]: { body: { variables: ['matrix'] } },
    [`POST ${at}/packs`]: { body: { pack: { ...added, manifests: [{ ...manifest, name: 'added' }] } } },
    [`PUT ${at}/packs/:packName`]: { body: { pack } },
    [`POST ${at}/packs/:packName/update-preview`]: { body: { packUid: things.pack } },
    [`POST ${at}/packs/:packName/manifests`]: { body: { ...manifest, name: 'added' } },
    [`PUT ${at}/packs/:packName/manifests/:manifestUid`]: { body: manifest },
    [`GET ${at}/packs/:packName/config`]: { query: { packUid: things.pack } },
    [`PATCH ${at}/packRefs`]: { body: { packs: [pack] } },
    [`PATCH ${at}/metadata`]: { body: { metadata } },
    [`POST ${at}/secrets/reveal`]: {
      body: { layerName: undefined, manifest: undefined, path: undefined, variable: 'sealed' },
    },
    [`GET ${at}/compare`]: { query: { with: things.profile, withProjectUid: things.project } },
    [`POST ${at}/compare/file`]: document,
    [`POST ${at}/compare/take-over`]: {
      body: { from: things.profile, fromProjectUid: things.project, kind: 'layer', part: things.layer },
    },
    [`PUT ${at}/emptyValues`]: {
      body: { values: [{ layerName: things.layer, manifest: '', path: 'lacking', part: 0, value: 'full' }] },
    },
    [`PUT ${at}/secrets/marks`]: {
      body: { marks: [{ layerName: things.layer, manifest: undefined, path: 'place', verdict: 'harmless' }] },
    },
    [`POST ${at}/clone`]: { body: { metadata: { name: 'matrix', target } } },
    [`POST ${at}/clone/validate`]: { body: { name: 'matrix', target } },
    [`POST ${at}/validate/packs`]: { body: template },
    'POST /v1/clusterprofiles/validate/packs': { body: template },
    'GET /v1/clusterprofiles/validate/name': { query: { name: 'matrix', version: '1.0.0' } },
    'DELETE /v1/clusterprofiles/bulk': { body: { uids: [things.profile] } },
    'GET /v1/console/search': { query: { q: 'matrix' } },
    'GET /v1/console/clusterprofiles/clones': { query: { uids: things.profile } },
    'POST /v1/clusterprofiles/import': document,
    'POST /v1/clusterprofiles/import/file': document,
    'POST /v1/clusterprofiles/import/validate': document,
    'POST /v1/packs/search': { body: { filter: { registryUid: [things.packRegistry] } } },
  }
}

/** As in exports, where layers name the registry that they came from. */
function fileTemplate({ layer, packRegistry }: Things) {
  const registry = {
    metadata: { uid: packRegistry, name: 'Elsewhere', kind: 'pack', isPrivate: false },
    matchingRegistries: [{ uid: packRegistry, name: 'Elsewhere', kind: 'pack' }],
  }
  const pack = {
    name: layer,
    type: 'spectro',
    layer: 'addon',
    version: '1.0.0',
    tag: '1.0.0',
    values: 'a: 1\n',
    registry,
  }
  return { type: 'add-on', cloudType: 'all', packs: [pack] }
}

function tenantInputs(things: Things): Record<string, OwnInput> {
  const metadata = { name: 'matrix' }
  const users = [{ userId: things.user, roles: ['Project Viewer'] }]
  const teams = [{ teamId: things.team, roles: ['Project Viewer'] }]
  const role = { metadata, spec: { scope: 'project', permissions: ['macro.get'] } }
  const macros = { body: { macros: [{ name: 'region', value: 'north' }] } }
  const added = { body: { macros: [{ name: 'matrix', value: 'new' }] } }
  const changesOf = (at: string) => ({
    [`POST ${at}`]: added,
    [`PUT ${at}`]: macros,
    [`PATCH ${at}`]: macros,
    [`DELETE ${at}`]: macros,
  })
  return {
    'POST /v1/users': {
      body: { metadata, spec: { emailId: 'matrix@matrix.test', roles: [things.role], teams: [things.team] } },
    },
    'PUT /v1/users/:uid': { body: { metadata, spec: { emailId: 'matrix@matrix.test' } } },
    'PUT /v1/users/:uid/roles': { body: { roles: ['Tenant Viewer', things.role] } },
    'PUT /v1/users/:uid/projects': {
      body: { projects: [{ projectUid: things.project, roles: ['Project Viewer'] }] },
    },
    'PATCH /v1/users/:uid': { body: [{ op: 'replace', path: '/spec/firstName', value: 'Matrix' }] },
    'PATCH /v1/users/:uid/password/change': {
      body: { currentPassword: PASSWORD, newPassword: 'another horse and battery' },
    },
    'PATCH /v1/users/password/change': {
      body: { emailId: things.userEmail, currentPassword: PASSWORD, newPassword: 'another horse and battery' },
    },
    'PATCH /v1/users/password/reset': { body: { emailId: things.userEmail } },
    'POST /v1/roles': { body: role },
    'PUT /v1/roles/:uid': { body: role },
    'POST /v1/roles/:uid/clone': { body: { metadata } },
    'POST /v1/teams': { body: { metadata, spec: { users: [things.user], roles: [things.role] } } },
    'PUT /v1/teams/:uid': { body: { metadata, spec: { users: [things.user], roles: [things.role] } } },
    'PATCH /v1/teams/:uid': { body: [{ op: 'replace', path: '/metadata/name', value: 'Matrix' }] },
    'PUT /v1/teams/:uid/roles': { body: { roles: [things.role] } },
    'PUT /v1/teams/:uid/projects': {
      body: { projects: [{ projectUid: things.project, roles: ['Project Viewer'] }] },
    },
    'POST /v1/console/teams/:uid/members': { body: { userUids: [things.user] } },
    'PUT /v1/console/session/password': {
      body: { currentPassword: PASSWORD, newPassword: 'another horse and battery' },
    },
    'POST /v1/apiKeys': { body: { metadata, spec: { userUid: things.user } } },
    'POST /v1/projects': { body: { metadata, spec: { users, teams, logoUid: '' } } },
    'PUT /v1/projects/:uid': { body: { metadata, spec: { users, teams, logoUid: '' } } },
    'DELETE /v1/projects/:uid': { query: { cleanupProjectResources: 'true' } },
    ...changesOf('/v1/projects/:uid/macros'),
    ...changesOf('/v1/tenants/:uid/macros'),
    ...changesOf('/v1/users/system/macros'),
  }
}

function registryInputs(things: Things, endpoints: Endpoints): Record<string, OwnInput> {
  const auth = { type: 'basic', username: 'matrix', password: MASK }
  const forms = [
    {
      at: '/v1/registries/pack',
      item: '/v1/registries/pack/:uid',
      spec: { endpoint: endpoints.pack, auth },
      uid: things.packRegistry,
    },
    {
      at: '/v1/registries/helm',
      item: '/v1/registries/helm/:uid',
      spec: { endpoint: endpoints.helm, auth },
      uid: things.helmRegistry,
    },
    {
      at: '/v1/registries/oci/basic',
      item: '/v1/registries/oci/:uid/basic',
      spec: { endpoint: endpoints.oci, providerType: 'pack', auth },
      uid: things.basicRegistry,
    },
    {
      at: '/v1/registries/oci/ecr',
      item: '/v1/registries/oci/:uid/ecr',
      spec: { endpoint: endpoints.oci, providerType: 'pack' },
      uid: things.ecrRegistry,
    },
  ]
  const sts = { credentials: { sts: { externalId: '' } } }
  return Object.fromEntries(
    forms.flatMap(({ at, item, spec, uid }) => {
      const own = { ...spec, registryUid: uid, ...(at.endsWith('ecr') && sts) }
      const isNew = { ...own, ...('auth' in own && { auth: { ...auth, password: 'known' } }) }
      const input = (body: object) => ({ body: { metadata: { name: 'matrix' }, spec: body } })
      return [
        [`POST ${at}`, { query: { skipPackSync: 'true' }, ...input(isNew) }],
        [`PUT ${item}`, input(own)],
        [`DELETE ${item}`, { query: { force: 'true' } }],
        ['DELETE /v1/registries/:uid', { query: { force: 'true' } }],
        [`POST ${at}/validate`, { body: own }],
      ]
    }),
  )
}
