import { kindOfParameter } from '../../tenancy/requests/path-parameters.ts'
import { CANARY } from '../spoilt/hostile-values.ts'
import type { Json } from '../json-value.ts'
import type { PreparedWorld } from '../prepare-world.ts'
import type { KnownValues } from './schema-arbitrary.ts'

const NOWHERE = '000000000000000000000000'
const FRESH = ['fresh', 'fresh-too']
const MANIFEST = 'kind: ConfigMap\nmetadata:\n  name: config\n'
const VALUES = [
  'replicas: 2\n',
  `password: ${CANARY}\n`,
  'region: "{{.spectro.macro.region}}"\n',
  'a: "{{.spectro.var.matrix}}"\n',
  '',
]

/** Values that exist in the prepared world, by the end of the property path that leads to them. */
export function knownValues(world: PreparedWorld): KnownValues {
  const of = world.thingsOf
  const values: Readonly<Record<string, readonly Json[]>> = {
    ...queryValues(of, world),
    ...metadataValues,
    ...profileValues(of),
    ...tenantValues(of, world),
    ...registryValues(of, world),
  }
  return (path) => {
    const [place = '', name = ''] = path
    if (place.startsWith('/')) return world.pathTokens[name] ?? pathValues(of, place, name)
    const ends = path.map((_name, index) => path.slice(index).join('.'))
    const found = ends.find((end) => Object.hasOwn(values, end))
    return found === undefined ? undefined : values[found]
  }
}

type Of = PreparedWorld['thingsOf']

/** Mostly uids that exist; unknown ones now and then. */
function pathValues(of: Of, path: string, name: string): string[] {
  const there = of(kindOfParameter(path.replaceAll(/\{(\w+)\}/g, ':$1'), name))
  return [...there, ...there, ...there, NOWHERE]
}

const queryValues = (of: Of, { published }: PreparedWorld): Record<string, Json[]> => ({
  'header.ProjectUid': [...of('project'), ''],
  'header.idempotency-key': ['key-1', '!', '~'.repeat(255)],
  'query.continue': ['', '1', 'abc'],
  'query.filters': [
    '',
    'metadata.name=fresh',
    'metadata.nameANDspec.name=fresh',
    `metadata.uid=${published}`,
    'metadata.name_in_a,bORmetadata.name=c',
  ],
  'query.orderBy': ['', 'metadata.name=asc', 'metadata.creationTimestamp=desc', 'spec.name=asc'],
  'query.fields': ['', 'metadata.name'],
  'query.references': ['', 'region', ...of('layer')],
  'query.packUid': ['', ...of('pack')],
  'query.uids': of('profile'),
  'query.userUid': of('user'),
  'query.with': of('profile'),
  'query.projectUid': of('project'),
  'query.tenantUid': of('tenant'),
  'query.resourceUid': of('profile'),
  'query.resourceKind': ['clusterprofile', 'registry'],
  'query.name': [...FRESH, 'published'],
  'query.version': ['', '1.0.0', '2.0.0'],
  'query.unmask': ['', 'TOKEN'],
  'query.cloudType': ['all', 'aws'],
})

const metadataValues: Record<string, Json[]> = {
  'metadata.name': FRESH,
  'body.name': [...FRESH, 'config'],
  version: ['', '1.0.0', '1.1.0', '2.0.0-rc.1'],
  labels: [null, { team: 'web' }, { team: '' }],
  annotations: [null, { description: 'Some words' }],
}

const profileValues = (of: Of): Record<string, Json[]> => {
  const layers = of('layer')
  return {
    'template.type': ['add-on', 'add-on', 'cluster'],
    'template.cloudType': ['all', '', 'aws'],
    part: [...layers, 'pack-of-shared'],
    'pack.name': [...layers, 'pack-of-shared'],
    'packs.name': [...layers, 'pack-of-shared'],
    'packs.type': ['spectro', 'spectro', 'manifest'],
    'packs.layer': ['addon'],
    'packs.version': ['1.0.0'],
    'registry.metadata.uid': of('packRegistry'),
    'registry.metadata.name': of('registryName'),
    'pack.uid': ['', ...of('pack'), 'spectro-manifest-pack'],
    'packs.uid': ['', ...of('pack'), 'spectro-manifest-pack'],
    registryUid: ['', ...of('packRegistry')],
    tag: ['1.0.0', ''],
    values: VALUES,
    'body.values': layers.map((layerName) => [{ layerName, manifest: '', path: 'lacking', part: 0, value: CANARY }]),
    'manifests.uid': ['', ...of('manifest')],
    'manifests.name': ['config', 'second'],
    content: [MANIFEST, `kind: Secret\nstringData:\n  token: ${CANARY}\n`, ''],
    'variables.name': ['matrix', 'REGION', 'TOKEN'],
    'body.variable': ['TOKEN'],
    'body.variables': [['matrix'], []],
    format: ['string', 'number', 'boolean'],
    inputType: ['text', 'dropdown', ''],
    options: [null, [{ value: 'eu' }, { value: 'us', default: true }]],
    defaultValue: ['', 'eu', '1', CANARY],
    regex: ['', '^[a-z]+$', '('],
    'target.projectUid': of('project'),
    uids: [of('profile'), [NOWHERE], []],
    'decisions.registries': [{ 0: of('packRegistry')[0] ?? '' }, {}],
    masks: [[], [{ place: 'variables.TOKEN', action: 'leave-empty' }]],
    planDigest: ['0'.repeat(64)],
  }
}

const tenantValues = (of: Of, { account, issuer, pathTokens }: PreparedWorld): Record<string, Json[]> => ({
  'body.emailId': [account.email],
  'body.email': [account.email, 'fresh@fresh.test'],
  'body.currentPassword': [account.password],
  'body.newPassword': ['another horse and battery'],
  'body.op': ['replace', 'add'],
  'body.path': ['/spec/firstName', '/metadata/labels/team'],
  'body.from': [null, ...of('profile')],
  'body.value': ['Ada'],
  'body.emailOrTenant': [account.tenant, 'ada@matrix.test'],
  'body.issuer': [issuer, issuer, ''],
  'body.issuerUrl': [issuer, issuer, null],
  'body.clientSecret': [CANARY, null],
  'body.domains': [['matrix.test'], []],
  'groupRoles.role': ['Tenant Viewer'],
  'body.insecureSkipVerify': [false],
  'body.defaultTeams': [null, []],
  'body.syncSsoTeams': [null, false, true],
  'body.logoutUrl': [null, ''],
  'body.org': [null, account.tenant],
  'body.tenant': [account.tenant],
  'body.roles': [null, [], ['Tenant Viewer']],
  'projects.roles': [null, ['Project Viewer']],
  'projects.projectUid': of('project'),
  'body.password': [account.password, CANARY],
  'body.token': pathTokens['passwordToken'] ?? [],
  'body.code': [account.setupCode, 'AAAA-BBBB'],
  tenantName: FRESH,
  'spec.roles': [null, [], ['Tenant Viewer'], of('role')],
  'users.roles': [null, ['Project Viewer'], ['Project Admin', 'Nothing']],
  'spec.teams': [null, [], of('team')],
  teams: [null, []],
  'teams.roles': [null, ['Project Viewer']],
  teamId: of('team'),
  'spec.users': [null, [], of('user')],
  'spec.permissions': [[], ['macro.get', 'macro.list'], ['moon.land']],
  'body.userUids': [of('user')],
  'body.workspaces': [null, []],
  userId: of('user'),
  'spec.userUid': [...of('user'), ...of('tenant'), ''],
  expiry: ['2099-01-01T00:00:00.000Z', '', null],
  userMsg: ['Some words'],
  'macros.name': ['region', 'fresh', 'spectro.system.tenant.name'],
  'macros.value': [CANARY, '', 'north'],
})

const registryValues = (of: Of, { endpoints }: PreparedWorld): Record<string, Json[]> => ({
  endpoint: [...Object.values(endpoints), 'https://10.0.0.1/charts', 'file:///etc'],
  'spec.name': [...FRESH, ...of('registryName')],
  tls: [null, null, { enabled: false }, { enabled: true, ca: 'no PEM', certificate: 'no PEM', key: CANARY }],
  'auth.username': ['somebody'],
  'auth.password': [CANARY],
  'auth.token': [CANARY],
  secretKey: [CANARY],
  accessKey: ['AKIA'],
  // A region would make the server ask AWS for a password.
  defaultRegion: ['', 'nowhere'],
  partition: ['', 'aws'],
})
