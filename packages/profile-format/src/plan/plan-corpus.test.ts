import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPacks } from '../packs/check-packs.ts'
import { candidateOf, documentOf, factsFor, packNamed, registryNamed } from './plan-facts.fixture.ts'
import { planImport } from './plan-import.ts'
import type { PackCandidate } from './import-plan.ts'
import { readDocument } from '../read/read-document.ts'

const SHARED = join(import.meta.dirname, '../../../../../shared')
const EXPORTS = join(SHARED, 'corpus/exports')
const PACKS = join(SHARED, 'corpus/packs')
const VECTORS = join(SHARED, 'security/vectors/import')

function filesOf(folder: string, pattern: RegExp): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => pattern.test(file)) : []
}

function planFile(path: string, described: ReadonlyMap<string, Described> = new Map()) {
  const { document, problems } = readDocument(readFileSync(path), { format: 'json' })
  if (document === null) throw new Error(`no document in ${path}`)
  const facts = factsFor(document)
  const candidates = facts.candidates.map((candidate) => ({
    ...candidate,
    ...described.get(`${candidate.name} ${candidate.version}`),
  }))
  return planImport({ document, problems, facts: { ...facts, candidates } })
}

type Described = Pick<PackCandidate, 'name' | 'version' | 'layer' | 'schema' | 'defaults' | 'constraints'>

/** What the real packs say of themselves. */
function describedPacks(): Map<string, Described> {
  const packs = filesOf(PACKS, /./).map((folder): [string, Described] => {
    const read = (file: string) => {
      const path = join(PACKS, folder, file)
      return existsSync(path) ? readFileSync(path, 'utf8') : ''
    }
    const { name, version, layer, constraints = {} } = JSON.parse(read('pack.json').replace(/^\uFEFF/, ''))
    const texts = { schema: read('schema.yaml'), defaults: read('values.yaml') }
    return [`${name} ${version}`, { name, version, layer, constraints: JSON.stringify(constraints), ...texts }]
  })
  return new Map(packs)
}

describe.skipIf(!existsSync(EXPORTS))('planImport over real exports', () => {
  it.each(filesOf(EXPORTS, /\.json$/))('has nothing blocking against %s once its packs are here', (file) => {
    expect(planFile(join(EXPORTS, file)).problems.filter((problem) => problem.severity === 'error')).toEqual([])
  })

  it.each(filesOf(EXPORTS, /\.json$/))('has nothing that its packs declare against %s', (file) => {
    const { problems, layers } = planFile(join(EXPORTS, file), describedPacks())
    expect(problems.filter(({ code }) => /^Pack(?:Dependency|Conflict|Value)/.test(code))).toEqual([])
    expect(layers.length).toBeGreaterThan(0)
  })

  it.each(filesOf(EXPORTS, /\.json$/))('plans the texts of %s as they are', (file) => {
    const { document, layers } = planFile(join(EXPORTS, file))
    expect(layers.map(({ values, manifests }) => ({ values, manifests }))).toEqual(
      document.packs.map(({ values, manifests }) => ({ values, manifests })),
    )
  })
})

describe.skipIf(!existsSync(PACKS))('the values of real packs', () => {
  it('break no rule of their own schemas but what has to be filled in', () => {
    const packs = [...describedPacks().values()]
    const problems = packs.flatMap((described) => {
      const pack = packNamed(described.name, { ...described, tag: described.version, values: described.defaults })
      const candidates = [candidateOf(pack, registryNamed('Public Repo'), described)]
      return checkPacks(documentOf([pack]), { registries: [], candidates, knownVersions: [] }).flatMap(
        (each) => each.problems,
      )
    })
    const codes = problems.map(({ code }) => code).filter((code) => code.startsWith('PackValue'))
    expect(codes).toEqual(Array.from({ length: 9 }, () => 'PackValueMissing'))
  })
})

describe.skipIf(!existsSync(VECTORS))('planImport over hostile files', () => {
  it.each(filesOf(VECTORS, /^regex-refused-.*\.json$/))('refuses the pattern of %s', (file) => {
    expect(planFile(join(VECTORS, file)).problems).toContainEqual(
      expect.objectContaining({ code: 'RegexInvalid', severity: 'error', path: 'spec.variables[0].regex' }),
    )
  })

  it.each(filesOf(VECTORS, /^regex-redos-.*\.json$/))('says that the default of %s does not match', (file) => {
    expect(planFile(join(VECTORS, file)).problems).toContainEqual(
      expect.objectContaining({ code: 'VariableInvalid', params: { variable: 'v', reason: 'default-regex' } }),
    )
  })

  it.each(filesOf(VECTORS, /^ok-.*\.json$/))('has nothing against %s', (file) => {
    expect(planFile(join(VECTORS, file)).problems).toEqual([])
  })

  it.each(filesOf(VECTORS, /^packs-dup-layer\.json$/))('refuses %s', (file) => {
    expect(planFile(join(VECTORS, file)).problems).toMatchObject([{ code: 'DuplicateName', severity: 'error' }])
  })

  it.each(filesOf(VECTORS, /^idor-.*\.json$/))(
    'does not resolve the foreign private registry of %s to another',
    (file) => {
      const { document } = readDocument(readFileSync(join(VECTORS, file)), { format: 'json' })
      if (document === null) throw new Error('no document')
      const packs = document.packs.map((pack) => ({ ...pack, registry: { name: 'Public Repo' } }))
      const { problems } = planImport({ document, problems: [], facts: factsFor({ ...document, packs }) })
      expect(problems).toMatchObject([
        { code: 'RegistryNotFound', severity: 'error', params: { candidates: ['Public Repo'] } },
      ])
    },
  )
})
