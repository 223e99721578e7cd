import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addRegistry } from '../catalogue.ts'
import { packOf, profileJson } from '../documents.ts'
import { as, openTestApp } from '../test-app.ts'
import { multipartOf } from './multipart-body.ts'

const RUNS = 150

const test = await openTestApp()
const addMacros = (url: string, macros: object[]) =>
  test.app.inject({ method: 'POST', url, payload: { macros }, headers: as(test.fixtures.stage.users.tenantAdmin) })
const importOf = (given: Case) => ({
  ...multipartOf([
    { name: 'importFile', fileName: 'a.json', content: given.document },
    { name: 'decisions', content: JSON.stringify(given.decisions) },
  ]),
  query: given.query ?? '',
  caller: given.caller ?? 'project-admin',
})

const { stage, dev } = test.fixtures
const db = test.deps.tenantDb(stage.uid)
const secretSchema = 'db.password:\n  schema: \'{{ format "${password}" }}\'\n'
const registryUids = [
  await addRegistry(db, {
    name: 'Public Repo',
    packs: [
      { name: 'page', version: '1.0.0', schema: secretSchema },
      { name: 'page', version: '1.2.0' },
      { name: 'twice', version: '1.0.0' },
      { name: 'calico', version: '1.0.0', layer: 'cni' },
    ],
  }),
  await addRegistry(db, { name: 'Mirror', kind: 'oci', packs: [{ name: 'twice', version: '1.0.0' }] }),
  await addRegistry(test.deps.tenantDb(dev.uid), { name: 'Foreign', packs: [{ name: 'page', version: '1.0.0' }] }),
]
await addMacros(`/v1/projects/${stage.projects.default}/macros`, [
  { name: 'here', value: 'x' },
  { name: 'circle', value: '{{.spectro.macro.new}}' },
])
await addMacros(`/v1/tenants/${stage.uid}/macros`, [{ name: 'above', value: 'y' }])
const taken = importOf({ document: profileJson({ name: 'taken', values: 'db:\n  password: kept\n' }), decisions: {} })
await send('', taken)

interface Case {
  document: string
  decisions: object
  query?: string
  caller?: Caller
}
type Caller = 'project-admin' | 'tenant-admin' | 'tenant-admin-in-project'

function send(path: '' | '/validate', { payload, headers, query, caller }: ReturnType<typeof importOf>) {
  const { users, projects } = test.fixtures.stage
  const who = {
    'project-admin': as(users.projectAdmin, projects.default),
    'tenant-admin': as(users.tenantAdmin),
    'tenant-admin-in-project': as(users.tenantAdmin, projects.default),
  }[caller]
  const url = `/v1/clusterprofiles/import${path}?format=json${query}`
  return test.app.inject({ method: 'POST', url, payload, headers: { ...who, ...headers } })
}

const NUL = '\0'
/** Cases are generated before the registries exist; the last registry belongs to another tenant. */
const REGISTRIES = ['registry-0', 'registry-1', 'registry-2']

/** Good enough to be importable every third time, and covers every fault. */
const mostly = <T>(good: readonly T[], odd: readonly T[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.constantFrom(...odd) })

const GOOD_VALUES = [
  undefined,
  '',
  'a: 1\n',
  'a: "{{.spectro.macro.here}} {{.spectro.macro.above}}"\n',
  `a: '{{.spectro.macro.new | default "z"}}'\n`,
]
const ODD_VALUES = [
  'a: "{{.spectro.macro.new}}"\n',
  'a: "{{.spectro.var.v}}"\n',
  'db:\n  password: "********"\n',
  'db: [\n',
  'a: 1\na: 2\n',
  'a: !!js/regexp x\n',
  `a: ${NUL}\n`,
]
const values = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...GOOD_VALUES) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_VALUES) },
)
const pack = fc
  .record({
    name: mostly(['page', 'twice'], ['calico', 'absent', `pa${NUL}ge`, 'other--page']),
    version: mostly(['1.0.0'], ['1.1.0', '9.9.9', 'odd', NUL]),
    tag: mostly([undefined, '1.0.0', '1.x'], ['2.x', `${NUL}.x`]),
    layer: mostly(['addon'], ['cni', 'os']),
    type: mostly(['spectro'], ['oci', 'manifest']),
    values,
    manifests: fc.array(fc.record({ name: fc.constant('m'), content: values.map((text) => text ?? '') }), {
      maxLength: 1,
    }),
    registry: fc
      .record({
        uid: fc.constantFrom('', 'f'.repeat(24), ...REGISTRIES),
        name: mostly(['Public Repo', 'Mirror'], ['Foreign', '']),
        isPrivate: mostly([false], [true]),
      })
      .map((metadata) => ({ metadata: { ...metadata, kind: 'pack' } })),
  })
  .map((overrides) => packOf(overrides))

const variable = fc.record(
  {
    name: mostly(['v'], ['w', '']),
    format: mostly(['string'], ['number', 'nothing']),
    defaultValue: mostly(['', 'abc'], ['7', '********', '{{.spectro.macro.new}}']),
    regex: mostly([''], ['^a', '(?=a)', '(']),
    required: fc.boolean(),
    isSensitive: fc.boolean(),
  },
  { requiredKeys: ['name'] },
)

const document = fc
  .record({
    name: mostly(['free-name'], ['taken', `a${NUL}b`, 'a\u202eb', ' ']),
    version: mostly(['1.0.0', '1.0.1'], ['v1', '']),
    packs: fc.uniqueArray(pack, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
    variables: fc.array(variable, { maxLength: 1 }),
  })
  .map(profileJson)

const index = mostly(['0'], ['1', '7'])
const decisions = fc.record(
  {
    name: mostly(['free-name'], ['taken', `a${NUL}`, 'a\ud800']),
    version: mostly(['2.0.0'], ['1.0.0', 'odd']),
    publish: fc.boolean(),
    registries: fc.dictionary(index, mostly(REGISTRIES.slice(0, 1), [...REGISTRIES, NUL]), { maxKeys: 1 }),
    packVersions: fc.dictionary(index, mostly(['1.0.0'], ['1.2.0', '3.0.0', NUL]), { maxKeys: 1 }),
    macros: fc.array(
      fc.record({
        name: mostly(['new'], ['here', 'unused', NUL]),
        value: mostly(['z', '{{.spectro.macro.circle}}'], ['{{.spectro.macro.new}}', '********', NUL]),
        scope: fc.constantFrom('project', 'tenant'),
      }),
      { maxLength: 1 },
    ),
    masks: fc.array(
      fc.record({
        place: mostly(['packs[0].values#db.password'], ['variables[0].defaultValue', 'nowhere']),
        action: fc.constantFrom('keep', 'leave-empty'),
      }),
      { maxLength: 1 },
    ),
    remainingMasks: fc.constant('leave-empty'),
  },
  { requiredKeys: [] },
)

const anyCase = fc.record({
  document,
  decisions: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: decisions }),
  query: fc.constantFrom('', '&publish=true', '&maskedValues=leave-empty'),
  caller: fc.constantFrom<Caller>('project-admin', 'tenant-admin', 'tenant-admin-in-project'),
})

type Reply = Awaited<ReturnType<typeof send>>

interface Validated {
  plan?: { canImport: boolean; problems: { code: string; severity: string }[] }
}
interface Refused {
  details: { code: string }[]
}

/** The outcome of an import: success, or all of its problems. */
const outcomeOf = (imported: Reply): string[] =>
  imported.statusCode === 201 ? ['created'] : imported.json<Refused>().details.map((problem) => problem.code)

/** The outcome that validate announced. */
function announcedBy(validated: Reply): string[] {
  const { plan } = validated.json<Validated>()
  if (!plan) return outcomeOf(validated)
  const errors = plan.problems.filter(({ severity }) => severity === 'error').map((problem) => problem.code)
  return plan.canImport ? ['created'] : errors.slice(0, 20)
}

/** A case with the actual registries and free names of this run. */
const grounded = (given: Case, run: number): Case => {
  const ground = (text: string) =>
    text
      .replaceAll(/registry-(\d)/g, (_found, at) => registryUids[Number(at)] ?? '')
      .replaceAll('free-name', `free-${run}`)
  return { ...given, document: ground(given.document), decisions: JSON.parse(ground(JSON.stringify(given.decisions))) }
}

it('an import does what validate announced, and is refused for nothing that validate did not report', async () => {
  let run = 0
  let imports = 0
  await fc.assert(
    fc.asyncProperty(anyCase, async (given) => {
      run += 1
      const sent = importOf(grounded(given, run))
      const validated = await send('/validate', sent)
      const imported = await send('', sent)
      if (imported.statusCode === 201) imports += 1
      expect([200, 400, 422]).toContain(validated.statusCode)
      expect(outcomeOf(imported)).toEqual(announcedBy(validated))
    }),
    { numRuns: RUNS },
  )
  expect(imports).toBeGreaterThan(0)
})
