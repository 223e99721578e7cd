import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factsFor } from './plan-facts.fixture.ts'
import { planImport } from './plan-import.ts'
import { readDocument } from './read-document.ts'

const SHARED = join(import.meta.dirname, '../../../../shared')
const EXPORTS = join(SHARED, 'corpus/exports')
const VECTORS = join(SHARED, 'security/vectors/import')

function filesOf(folder: string, pattern: RegExp): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => pattern.test(file)) : []
}

function planFile(path: string) {
  const { document, problems } = readDocument(readFileSync(path), { format: 'json' })
  if (document === null) throw new Error(`no document in ${path}`)
  return planImport({ document, problems, facts: factsFor(document) })
}

describe.skipIf(!existsSync(EXPORTS))('planImport over real exports', () => {
  it.each(filesOf(EXPORTS, /\.json$/))('has nothing blocking against %s once its packs are here', (file) => {
    expect(planFile(join(EXPORTS, file)).problems.filter((problem) => problem.severity === 'error')).toEqual([])
  })

  it.each(filesOf(EXPORTS, /\.json$/))('plans the texts of %s as they are', (file) => {
    const { document, layers } = planFile(join(EXPORTS, file))
    expect(layers.map(({ values, manifests }) => ({ values, manifests }))).toEqual(
      document.packs.map(({ values, manifests }) => ({ values, manifests })),
    )
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
