import { describe, expect, it } from 'vitest'
import { EMPTY_VARIABLE } from '../document/document.ts'
import { candidateOf, documentOf, factsFor, packNamed, registryNamed } from './plan-facts.fixture.ts'
import type { TextMemory } from './checked-texts.ts'
import type { TextProblem } from '../rules/check-yaml-text.ts'
import type { PlanInput } from './plan-import.ts'
import { planImport } from './plan-import.ts'
import type { ImportFacts } from './import-plan.ts'

const hello = packNamed('hello')
const document = documentOf([hello])
const facts = factsFor(document)
const registry = registryNamed('Public Repo')
const mirror = registryNamed('Mirror')

function plan(overrides: Partial<PlanInput> = {}) {
  return planImport({ document, problems: [], facts, ...overrides })
}

function withFacts(overrides: Partial<ImportFacts>, input: Partial<PlanInput> = {}) {
  return plan({ facts: { ...facts, ...overrides }, ...input })
}

function codesOf(result: ReturnType<typeof plan>): string[] {
  return result.problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`.trim())
}

const existing = [
  { uid: 'e1', version: '1.0.0' },
  { uid: 'e2', version: '1.0.1' },
]

describe('planImport: name and version', () => {
  it('finds nothing wrong with a profile whose packs are here', () => {
    expect(codesOf(plan())).toEqual([])
  })

  it('suggests the next free version for a taken one', () => {
    const result = withFacts({ existing })
    expect([codesOf(result), result.nextVersion]).toEqual([['error ClusterProfileAlreadyExists spec.version'], '1.0.2'])
  })

  it('is settled by the next free version', () => {
    const result = withFacts({ existing }, { decisions: { version: '1.0.2' } })
    expect([codesOf(result), result.version]).toEqual([[], '1.0.2'])
  })

  it.each(['a\u200bb', '\u2800', '\u3164', 'so\u00adft', 'a\u{e0061}b'])(
    'takes no name with characters that nobody sees',
    (name) => {
      expect(codesOf(plan({ decisions: { name } }))).toContain('error InvalidCharacter metadata.name')
    },
  )

  it('applies the rules of the file to a decided name and version', () => {
    const result = plan({ decisions: { name: 'a\u202eb', version: '1.0' } })
    expect(codesOf(result)).toEqual(['error InvalidCharacter metadata.name', 'error InvalidVersion spec.version'])
  })

  it('lets a decision settle what is wrong with the name in the file', () => {
    const problems = [{ code: 'InvalidCharacter', severity: 'error', path: 'metadata.name', params: {} }] as const
    expect(codesOf(plan({ problems, decisions: { name: 'fine' } }))).toEqual([])
  })
})

describe('planImport: texts', () => {
  it('says once that there is a NUL in values', () => {
    const path = 'spec.template.packs[0].values'
    const problems = [{ code: 'InvalidCharacter', severity: 'error', path, params: { character: 'U+0000' } }] as const
    const withNul = documentOf([{ ...hello, values: 'a: \0\n' }])
    expect(codesOf(plan({ document: withNul, problems }))).toEqual([`error InvalidCharacter ${path}`])
  })
})

describe('planImport: variables', () => {
  it.each([
    ['InvalidCharacter', 'a\0b'],
    ['MissingField', ''],
  ] as const)('says once what is wrong with a name (%s)', (code, name) => {
    const path = 'spec.variables[0].name'
    const problems = [{ code, severity: 'error', path, params: {} }] as const
    const document = { ...documentOf([hello]), variables: [{ ...EMPTY_VARIABLE, name }] }
    expect(codesOf(plan({ document, problems }))).toEqual([`error ${code} ${path}`])
  })

  it.each([
    ['name', 'DuplicateName', [{ name: 'a\0' }, { name: 'a\0' }]],
    ['displayName', 'DuplicateName', [{ displayName: 'a\0' }, { displayName: 'a\0' }]],
    ['defaultValue', 'VariableInvalid', [{}, { defaultValue: 'a\0', format: 'number' }]],
  ] as const)('says at once what else is wrong with a %s that holds what it may not (%s)', (field, code, fields) => {
    const path = `spec.variables[1].${field}`
    const problems = [{ code: 'InvalidCharacter', severity: 'error', path, params: {} }] as const
    const variables = fields.map((each, index) => ({ ...EMPTY_VARIABLE, name: `v${index}`, ...each }))
    const said = codesOf(plan({ document: { ...documentOf([hello]), variables }, problems }))
    expect(said).toEqual(expect.arrayContaining([`error InvalidCharacter ${path}`, `error ${code} ${path}`]))
  })
})

describe('planImport: packs', () => {
  it('reports a pack that no registry holds', () => {
    expect(codesOf(withFacts({ candidates: [] }))).toEqual(['error PackNotFound spec.template.packs[0].name'])
  })

  it('offers the versions that are here, nearest first', () => {
    const knownVersions = ['3.0.0', '1.1.0', '1.3.0'].map((version) => ({
      name: 'hello',
      version,
      registryUid: registry.uid,
      registryName: registry.name,
    }))
    const result = withFacts({ candidates: [], knownVersions })
    expect(codesOf(result)).toEqual(['error PackVersionNotFound spec.template.packs[0].version'])
    expect(result.layers[0]?.alternatives.map(({ version, order }) => `${version} ${order}`)).toEqual([
      '1.3.0 newer',
      '1.1.0 older',
      '3.0.0 newer',
    ])
  })

  it('imports another version when one is decided', () => {
    const candidates = [candidateOf(hello, registry, { version: '1.3.0', packUid: 'other' })]
    const result = withFacts({ candidates }, { decisions: { packVersions: { 0: '1.3.0' } } })
    expect(codesOf(result)).toEqual([])
    expect(result.layers[0]).toMatchObject({ version: '1.3.0', tag: '1.3.0', chosen: { packUid: 'other' } })
  })

  it('takes the newest version for a floating tag and says which', () => {
    const floating = documentOf([packNamed('hello', { version: '1.33.1', tag: '1.33.x' })])
    const candidates = ['1.33.9', '1.33.10', '1.34.0'].map((version) =>
      candidateOf(hello, registry, { version, packUid: version }),
    )
    const result = withFacts({ candidates }, { document: floating })
    expect(codesOf(result)).toEqual(['warning FloatingTag spec.template.packs[0].tag'])
    expect(result.layers[0]).toMatchObject({ version: '1.33.10', tag: '1.33.x', chosen: { packUid: '1.33.10' } })
  })

  it('needs no registry for manifests', () => {
    const manifests = documentOf([
      packNamed('own', {
        type: 'manifest',
        manifests: [{ name: 'm', content: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: m\n' }],
      }),
    ])
    const result = withFacts({ candidates: [] }, { document: manifests })
    expect([codesOf(result), result.layers[0]?.choice]).toEqual([[], 'not-needed'])
  })

  it('asks for a registry when several hold a pack, and names them', () => {
    const source = documentOf([packNamed('hello', { registry: { name: 'Elsewhere' } })])
    const candidates = [candidateOf(hello, registry), candidateOf(hello, mirror)]
    const result = withFacts({ candidates, registries: [registry, mirror] }, { document: source })
    expect(result.needsRepositories).toBe(true)
    expect(result.problems).toMatchObject([
      { code: 'RegistryAmbiguous', params: { candidates: ['Public Repo', 'Mirror'] } },
    ])
  })

  it('refuses a pack whose layer differs from the one its registry gives', () => {
    const result = withFacts({ candidates: [candidateOf(hello, registry, { layer: 'cni' })] })
    expect(codesOf(result)).toEqual(['error LayerNotAllowed spec.template.packs[0].layer'])
  })

  it('finds the pack of a repeated layer', () => {
    const repeated = documentOf([hello, packNamed('second--hello')])
    const result = plan({ document: repeated })
    expect(result.layers.map((layer) => layer.chosen?.name)).toEqual(['hello', 'hello'])
  })
})

describe('planImport: macros and variables', () => {
  const values = (text: string) => documentOf([packNamed('hello', { values: text })])
  const needsRegion = values('# first\na: "{{.spectro.macro.region}}"\nb: "{{ .spectro.macro.region }}"\n')

  it('says which macro is missing and where it is used', () => {
    const result = plan({ document: needsRegion })
    expect(result.problems).toMatchObject([
      { code: 'MacroUndefined', severity: 'error', position: { line: 2, column: 5 } },
    ])
    expect(result.macros).toEqual([
      { name: 'region', isDefined: false, isCreated: false, usedIn: ['hello › line 2', 'hello › line 3'] },
    ])
  })

  it('only warns of a missing macro when every use has a default', () => {
    const defaulted = values(`a: '{{.spectro.macro.region | default "eu"}}'\n`)
    expect(codesOf(plan({ document: defaulted }))).toEqual(['warning MacroUndefined spec.template.packs[0].values'])
  })

  it('is settled by a macro of any scope', () => {
    expect(codesOf(withFacts({ macros: [{ name: 'region', scope: 'system' }] }, { document: needsRegion }))).toEqual([])
  })

  const create = (scope: 'project' | 'tenant') => ({ macros: [{ name: 'region', value: 'eu', scope }] })

  it('is settled by creating the macro', () => {
    const result = plan({ document: needsRegion, decisions: create('tenant') })
    expect([codesOf(result), result.macrosToCreate]).toEqual([[], create('tenant').macros])
  })

  it('needs the permission to create a macro in its scope', () => {
    const result = withFacts({ tenantPermissions: [] }, { document: needsRegion, decisions: create('tenant') })
    expect(result.problems).toMatchObject([
      { code: 'PermissionMissing', params: { permission: 'macro.create', scope: 'tenant' } },
    ])
  })

  it('does not create a macro that has been created in the meantime', () => {
    const macros = [{ name: 'region', scope: 'project' }] as const
    expect(codesOf(withFacts({ macros }, { document: needsRegion, decisions: create('project') }))).toEqual([
      'error MacroExists',
    ])
  })

  it('does not create a macro that would close a cycle with an existing one', () => {
    const macros = [{ name: 'country', scope: 'project', value: '{{.spectro.macro.region}}' }] as const
    const circle = { name: 'region', value: '{{.spectro.macro.country}}', scope: 'project' } as const
    expect(codesOf(withFacts({ macros }, { document: needsRegion, decisions: { macros: [circle] } }))).toContain(
      'error MacroCycle',
    )
  })

  it('refuses a use of a variable that the profile does not define', () => {
    const result = plan({ document: values('a: "{{.spectro.var.size}}"\n') })
    expect(result.problems).toMatchObject([
      { code: 'PackVariablesUndefined', position: { line: 1 }, params: { variable: 'size' } },
    ])
  })
})

describe('planImport: texts, permissions and decisions', () => {
  it('reports the YAML problems of equal texts at each of them', () => {
    const broken = documentOf([packNamed('a', { values: 'a: [' }), packNamed('b', { values: 'a: [' })])
    expect(codesOf(plan({ document: broken, facts: factsFor(broken) }))).toEqual([
      'error YamlInvalid spec.template.packs[0].values',
      'error YamlInvalid spec.template.packs[1].values',
    ])
  })

  it('warns of a duplicate key in values and refuses it in a manifest', () => {
    const text = 'a: 1\na: 2\n'
    const twice = documentOf([packNamed('a', { values: text, manifests: [{ name: 'm', content: text }] })])
    const { problems } = plan({ document: twice, facts: factsFor(twice) })
    expect(problems.filter(({ code }) => code === 'YamlInvalid')).toMatchObject([
      { code: 'YamlInvalid', severity: 'warning', params: { reason: 'duplicate-key', taken: 'last' } },
      { code: 'YamlInvalid', severity: 'error', params: { reason: 'duplicate-key' } },
    ])
  })

  it('does not parse a remembered text again, and reports the same problems', () => {
    const text = 'a: 1\na: 2\n'
    const broken = documentOf([packNamed('a', { values: 'a: [' }), packNamed('b', { values: text, manifests: [{ name: 'm', content: text }] })]) // prettier-ignore
    const kept = new Map<string, TextProblem[]>()
    const memory: TextMemory = (kind, of, check) => {
      const found = kept.get(`${kind} ${of}`) ?? check()
      kept.set(`${kind} ${of}`, found)
      return found
    }
    const unparsed: TextMemory = (kind, of) => kept.get(`${kind} ${of}`) ?? []
    const [fresh, first, again] = [undefined, memory, unparsed].map((each) => plan({ document: broken, memory: each }))
    expect(first).toEqual(fresh)
    expect(again).toEqual(fresh)
    expect(kept.size).toBe(3)
  })

  it('warns of a manifest that a cluster would refuse, but imports it', () => {
    const manifests = [{ name: 'm', content: 'kind: ConfigMap\n' }]
    const odd = documentOf([packNamed('own', { type: 'manifest', manifests })])
    const { problems } = plan({ document: odd, facts: factsFor(odd) })
    expect(problems.map(({ code, severity, params }) => [code, severity, params['reason']])).toEqual([
      ['ManifestInvalid', 'warning', 'api-version'],
      ['ManifestInvalid', 'warning', 'name'],
    ])
  })

  it('names every permission that is missing', () => {
    const result = withFacts({ permissions: [] }, { decisions: { publish: true } })
    expect(result.problems.map((problem) => problem.params['permission'])).toEqual([
      'clusterProfile.create',
      'clusterProfile.publish',
    ])
  })

  it('refuses decisions about places that do not exist', () => {
    const result = plan({
      decisions: {
        registries: { 0: 'f'.repeat(24), 7: registry.uid },
        packVersions: { 9: '1.0.0' },
        macros: [{ name: 'unused', value: '', scope: 'project' }],
        masks: [{ place: 'packs[0].values#nowhere', action: 'keep' }],
      },
    })
    expect(new Set(result.problems.map((problem) => problem.code))).toEqual(new Set(['DecisionInvalid']))
    expect(result.problems.length).toBe(5)
  })

  it('lists problems in document order', () => {
    const wrong = documentOf([packNamed('a', { values: 'a: [', layer: 'cni' })], {
      cloudType: 'all',
      variables: [],
    })
    const result = withFacts({ candidates: [], existing, permissions: [] }, { document: wrong })
    expect(result.problems.map((problem) => problem.code)).toEqual([
      'ClusterProfileAlreadyExists',
      'PackNotFound',
      'LayerNotAllowed',
      'YamlInvalid',
      'PermissionMissing',
    ])
  })

  it('compares with the newest version here', () => {
    const newest = { uid: 'e2', document: { ...document, version: '0.9.0' } }
    const result = withFacts({ newest, existing: [{ uid: 'e2', version: '0.9.0' }] })
    expect([result.comparedWith, result.changes]).toEqual([
      { uid: 'e2', version: '0.9.0' },
      [{ kind: 'changed', path: 'version', before: '0.9.0', after: '1.0.0' }],
    ])
  })
})
