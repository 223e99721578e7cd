import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const configs = ['.dependency-cruiser.cjs', '.dependency-cruiser.features.cjs']
const forbidden = configs.flatMap((config) => createRequire(import.meta.url)(`../${config}`).forbidden)

/** For each rule a file that breaks it, with its import. */
const violations = {
  'not-unresolvable': ['apps/api/src/platform/lost.ts', './nowhere.ts'],
  'no-cycles': ['apps/api/src/platform/cycle.ts', './cycle.ts'],
  'texts-know-no-package': ['packages/layer-text/src/reaching.ts', '@waybill/profile-format'],
  'merge-knows-only-texts': ['packages/values-merge/src/reaching.ts', '@waybill/profile-format'],
  'finder-knows-only-texts': ['packages/secret-finder/src/reaching.ts', '@waybill/profile-format'],
  'domain-is-pure': ['packages/profile-format/src/reaching.ts', '@waybill/api-contract'],
  'domain-knows-no-node': ['packages/profile-format/src/reading.ts', 'node:fs'],
  'sources-know-only-format': ['packages/pack-sources/src/asking.ts', '@waybill/api-contract'],
  'contract-knows-only-format': ['packages/api-contract/src/calling.ts', '@waybill/api-client'],
  'client-knows-only-contract': ['packages/api-client/src/deciding.ts', '@waybill/profile-format'],
  'browser-code-knows-no-node': ['apps/web/src/app/reading.ts', 'node:path'],
  'apps-never-import-apps': ['apps/web/src/app/serving.ts', '../../../api/src/app.ts'],
  'console-features-are-islands': ['apps/web/src/features/profiles/visiting.ts', '../macros/macro.ts'],
  'features-use-what-is-published': ['apps/api/src/features/macros/visiting.ts', '../profiles/profile.ts'],
  'features-go-one-way': ['apps/api/src/features/packs/here.ts', '../registries/index.ts'],
  'features-never-look-up': ['apps/api/src/features/macros/looking-up.ts', '../../app.ts'],
  'platform-knows-no-feature': ['apps/api/src/platform/looking-up.ts', '../features/macros/macro.ts'],
  'traces-cost-who-asks-for-them': ['apps/api/src/platform/tracing.ts', './telemetry/otlp-tracer.ts'],
  'threads-know-no-server': ['apps/api/src/format-tasks/asking.ts', '../platform/database/prisma.ts'],
  'shared-never-looks-up': ['apps/web/src/shared/looking-up.ts', '../features/macros/macro.ts'],
  'services-know-no-transport': ['apps/api/src/features/macros/macro-service.ts', '@waybill/api-contract'],
  'http-stays-at-the-door': ['apps/api/src/features/macros/macro-policy.ts', '../../platform/http/route.ts'],
  'repositories-write-no-audit': [
    'apps/api/src/features/macros/macro-repository.ts',
    '../../platform/audit/audit-log.ts',
  ],
  'prisma-only-in-repositories': ['apps/api/src/features/macros/macro-routes.ts', '../../platform/database/prisma.ts'],
  'sources-never-import-tests': ['apps/api/src/features/macros/faking.ts', '../../testing/fake.ts'],
}
const targets = [
  ...['profile-format', 'api-contract', 'api-client'].map((name) => `packages/${name}/src/index.ts`),
  ...[
    'app.ts',
    'platform/database/prisma.ts',
    'platform/audit/audit-log.ts',
    'platform/http/route.ts',
    'platform/telemetry/otlp-tracer.ts',
    'testing/fake.ts',
    'features/profiles/profile.ts',
    'features/packs/index.ts',
    'features/registries/index.ts',
    'features/macros/macro.ts',
  ].map((file) => `apps/api/src/${file}`),
  'apps/web/src/features/macros/macro.ts',
]

/** The other half of a circle; rules for folders name these. */
const circle = ['apps/api/src/features/registries/there.ts', '../packs/index.ts']
const firedBy = { 'features-go-one-way': 'apps/api/src/features/packs' }

let tree
let fired

function plant(path, content) {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), content)
}

function plantPackages() {
  for (const name of ['profile-format', 'api-contract', 'api-client']) {
    const manifest = { name: `@waybill/${name}`, type: 'module', exports: { '.': './src/index.ts' } }
    plant(`packages/${name}/package.json`, JSON.stringify(manifest))
    mkdirSync(join(tree, 'node_modules/@waybill'), { recursive: true })
    symlinkSync(join(tree, 'packages', name), join(tree, 'node_modules/@waybill', name), 'junction')
  }
}

function cruise(config, ...folders) {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [cli, '--config', config, '--output-type', 'json', ...folders]
  const { stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout).summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'waybill-boundaries-'))
  for (const file of [...configs, 'tsconfig.base.json']) cpSync(join(root, file), join(tree, file))
  plantPackages()
  for (const path of targets) plant(path, 'export const value = 1\n')
  for (const [path, target] of [...Object.values(violations), circle]) plant(path, `import '${target}'\n`)
  fired = [...cruise(configs[0], 'apps', 'packages'), ...cruise(configs[1], 'apps/api/src/features')]
}, 60_000)

afterAll(() => rmSync(tree, { recursive: true, force: true }))

describe('the boundary rules', () => {
  it.each(Object.entries(violations))('catch a violation of %s', (rule, [path]) => {
    expect(fired).toContain(`${rule} ${firedBy[rule] ?? path}`)
  })

  it('have a planted violation each', () => {
    expect(new Set(forbidden.map((rule) => rule.name))).toEqual(new Set(Object.keys(violations)))
  })
})
