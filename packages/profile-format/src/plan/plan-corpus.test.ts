import {
  exportedFiles,
  hostileFiles,
  packFolders,
  packTexts,
  tellWithout,
  type ExportedFile,
  type HostileFile,
} from '@waybill/test-data'
import { describe, expect, it } from 'vitest'
import { checkPacks } from '../packs/check-packs.ts'
import { candidateOf, documentOf, factsFor, packNamed, registryNamed } from './plan-facts.fixture.ts'
import { planImport } from './plan-import.ts'
import type { PackCandidate } from './import-plan.ts'
import { readDocument } from '../read/read-document.ts'

function read(bytes: Uint8Array) {
  const { document, problems } = readDocument(bytes, { format: 'json' })
  if (document === null) throw new Error('no document')
  return { document, problems }
}

function planFile({ bytes }: Pick<ExportedFile, 'bytes'>, described: ReadonlyMap<string, Described> = new Map()) {
  const { document, problems } = read(bytes)
  const facts = factsFor(document)
  const candidates = facts.candidates.map((candidate) => ({
    ...candidate,
    ...described.get(`${candidate.name} ${candidate.version}`),
  }))
  return planImport({ document, problems, facts: { ...facts, candidates } })
}

type Described = Pick<PackCandidate, 'name' | 'version' | 'layer' | 'schema' | 'defaults' | 'constraints'>

/** The packs in these folders, each described by its own files. */
function describedPacks(folders: ReturnType<typeof packFolders>[number]): Described[] {
  return packTexts(folders).map(({ packJson, schema, values }) => {
    const { name, version, layer, constraints = {} } = JSON.parse(packJson)
    return { name, version, layer, schema, defaults: values, constraints: JSON.stringify(constraints) }
  })
}

/** The packs that the authors of a file would have at hand. */
function packsBeside({ isOwn }: ExportedFile): Map<string, Described> {
  const folders = packFolders().filter(({ source }) => isOwn === (source !== 'the community'))
  return new Map(folders.flatMap(describedPacks).map((pack) => [`${pack.name} ${pack.version}`, pack]))
}

describe('planImport over exported files', () => {
  tellWithout('corpus/exports')

  it.each(exportedFiles())('finds nothing blocking in $name once its packs are here', (file) => {
    expect(planFile(file).problems.filter((problem) => problem.severity === 'error')).toEqual([])
  })

  it.each(exportedFiles())('finds no broken pack constraint in $name', (file) => {
    const { problems, layers } = planFile(file, packsBeside(file))
    expect(problems.filter(({ code }) => /^Pack(?:Dependency|Conflict|Value)/.test(code))).toEqual([])
    expect(layers.length).toBeGreaterThan(0)
  })

  it.each(exportedFiles())('plans the texts of $name unchanged', (file) => {
    const { document, layers } = planFile(file)
    expect(layers.map(({ values, manifests }) => ({ values, manifests }))).toEqual(
      document.packs.map(({ values, manifests }) => ({ values, manifests })),
    )
  })
})

/** The number of values that packs require but leave to their users. */
const TO_BE_FILLED_IN: Readonly<Record<string, number>> = { 'our own': 4, 'the demo': 4, 'the community': 9 }

describe('the values of packs', () => {
  tellWithout('corpus/packs')

  it.each(packFolders())('break no rule of the schemas of $source except for required values', (folders) => {
    const problems = describedPacks(folders).flatMap((described) => {
      const pack = packNamed(described.name, { ...described, tag: described.version, values: described.defaults })
      const candidates = [candidateOf(pack, registryNamed('Public Repo'), described)]
      return checkPacks(documentOf([pack]), { registries: [], candidates, knownVersions: [] }).flatMap(
        (each) => each.problems,
      )
    })
    const codes = problems.map(({ code }) => code).filter((code) => code.startsWith('PackValue'))
    expect(codes).toEqual(Array.from({ length: TO_BE_FILLED_IN[folders.source] ?? 0 }, () => 'PackValueMissing'))
  })
})

const hostile = hostileFiles()
const plannedAs = (code: string) => hostile.filter(({ planCodes }) => planCodes?.includes(code))
const planHostile = ({ bytes }: HostileFile) => planFile({ bytes: bytes() })

describe('planImport over hostile files', () => {
  tellWithout('security/vectors')

  it.each(plannedAs('RegexInvalid'))('refuses the pattern of $name', (file) => {
    expect(planHostile(file).problems).toContainEqual(
      expect.objectContaining({ code: 'RegexInvalid', severity: 'error', path: 'spec.variables[0].regex' }),
    )
  })

  it.each(plannedAs('VariableInvalid'))('reports that the default does not match: $name', (file) => {
    expect(planHostile(file).problems).toContainEqual(
      expect.objectContaining({ code: 'VariableInvalid', params: { variable: 'v', reason: 'default-regex' } }),
    )
  })

  it.each(hostile.filter(({ planCodes }) => planCodes?.length === 0))('finds nothing wrong with $name', (file) => {
    expect(planHostile(file).problems).toEqual([])
  })

  it.each(plannedAs('DuplicateName'))('refuses $name', (file) => {
    expect(planHostile(file).problems).toMatchObject([{ code: 'DuplicateName', severity: 'error' }])
  })

  it.each(plannedAs('RegistryNotFound'))(
    'does not resolve a private registry of others in silence, or at all where registries must match: $name',
    (file) => {
      const { document } = read(file.bytes())
      const packs = document.packs.map((pack) => ({ ...pack, registry: { name: 'Public Repo' } }))
      const problemsWhere = (registriesMustMatch: boolean) =>
        planImport({ document, problems: [], facts: factsFor({ ...document, packs }, { registriesMustMatch }) })
          .problems
      expect(problemsWhere(false)).toMatchObject([
        { code: 'RegistryNotFound', severity: 'warning', params: { chosen: 'Public Repo' } },
      ])
      expect(problemsWhere(true)).toMatchObject([
        { code: 'RegistryNotFound', severity: 'error', params: { candidates: ['Public Repo'] } },
      ])
    },
  )
})
