import { describe, expect, it } from 'vitest'
import type { DocumentPack, ProfileDocument } from '../../document/document.ts'
import { checkPacks } from '../../packs/check-packs.ts'
import { parsePackConstraints, parsePackResources } from '../../packs/pack-constraints.ts'
import { packsInConflict } from './plan-dependencies.ts'
import { candidateOf, documentOf, factsFor, packNamed, registryNamed } from '../plan-facts.fixture.ts'
import { planImport } from '../plan-import.ts'
import type { ImportFacts } from '../import-plan.ts'

const registry = registryNamed('Public Repo')
const constraintsOf = (...dependencies: object[]) => JSON.stringify({ dependencies })
const needs = (type: string, bounds: object = {}) =>
  constraintsOf({ packName: 'base', layer: 'addon', type, minVersion: '', maxVersion: '', ...bounds })

interface Target {
  document: ProfileDocument
  facts: ImportFacts
}

/** A profile with the pack `top`, which has the given constraints, and the given other packs. */
function targetWith(constraints: string, others: DocumentPack[], document: Partial<ProfileDocument> = {}): Target {
  const profile = documentOf([packNamed('top'), ...others], document)
  const facts = factsFor(profile)
  const candidates = facts.candidates.map((each) => (each.name === 'top' ? { ...each, constraints } : each))
  return { document: profile, facts: { ...facts, candidates } }
}

function problemsOf({ document, facts }: Target): string[] {
  const problems = checkPacks(document, facts).flatMap((pack) => pack.problems)
  return problems.map(({ severity, code, path }) => `${severity} ${code} ${path.replace('spec.template.', '')}`)
}

const base = (version: string) => packNamed('base', { version, tag: version })
const apart = ['error PackDependencyVersion packs[0].version']

describe('the constraints of a pack', () => {
  it.each([
    ['required and there', needs('required'), [base('1.0.0')], []],
    ['required and nowhere', needs('required'), [], ['error PackDependencyMissing packs[0].name']],
    ['required and too old', needs('required', { minVersion: '1.27' }), [base('1.26.9')], apart],
    [
      'required and there several times, once in range',
      needs('required', { minVersion: '2' }),
      [base('1.0.0'), packNamed('again--base', { version: '2.0.0', tag: '2.0.0' })],
      [],
    ],
    ['optional and nowhere', needs('optional', { minVersion: '1' }), [], []],
    ['optional and too new', needs('optional', { maxVersion: '1.27' }), [base('1.28.0')], apart],
    ['optional and in a partial bound', needs('optional', { maxVersion: '1.27' }), [base('1.27.9')], []],
    ['optional, under a display name', needs('optional', { minVersion: '2' }), [packNamed('mine--base')], apart],
    [
      'not supported and in range',
      needs('notSupported', { minVersion: '1' }),
      [base('1.0.0')],
      ['error PackConflict packs[0].version'],
    ],
    ['not supported in any version', needs('notSupported'), [base('1.0.0')], ['error PackConflict packs[0].version']],
    ['not supported and out of range', needs('notSupported', { maxVersion: '0.9' }), [base('1.0.0')], []],
    ['a way to update', needs('upgrade', { maxVersion: '0.1' }), [base('1.0.0')], []],
    ['without a type', needs('', { minVersion: '2' }), [base('1.0.0')], apart],
    ['of a type that is not known', needs('forbids'), [base('1.0.0')], []],
    ['of a placeholder', needs('optional', { minVersion: '2' }), [base('_____place_holder_____')], []],
  ])('are checked: %s', (_case, constraints, others, expected) => {
    expect(problemsOf(targetWith(constraints, others))).toEqual(expected)
  })

  it('are not satisfied by a manifest of that name', () => {
    const manifest = packNamed('base', { type: 'manifest', values: '' })
    expect(problemsOf(targetWith(needs('required'), [manifest]))).toContain('error PackDependencyMissing packs[0].name')
  })

  it.each(['add-on', 'infra'] as const)('may be satisfied by another profile if %s cannot hold the pack', (type) => {
    const layer = type === 'add-on' ? 'k8s' : 'addon'
    const target = targetWith(needs('required', { layer }), [], { type })
    expect(problemsOf(target)).toContain('warning PackDependencyMissing packs[0].name')
  })

  it('are reported with their bounds and the version found', () => {
    const { document, facts } = targetWith(needs('required', { minVersion: '1.27', maxVersion: '1.29' }), [
      base('1.30.0'),
    ])
    expect(checkPacks(document, facts)[0]?.problems[0]?.params).toEqual({
      name: 'top',
      version: '1.2.0',
      dependency: 'base',
      found: '1.30.0',
      minVersion: '1.27',
      maxVersion: '1.29',
    })
  })

  it('count only for the candidate that is chosen', () => {
    const { document, facts } = targetWith('{}', [])
    const mirror = registryNamed('Mirror')
    const other = candidateOf(packNamed('top'), mirror, { constraints: needs('required') })
    const both = { ...facts, registries: [registry, mirror], candidates: [...facts.candidates, other] }
    expect(problemsOf({ document, facts: both })).toEqual([])
    const decided = planImport({ document, problems: [], facts: both, decisions: { registries: { 0: mirror.uid } } })
    expect(decided.problems.map(({ code }) => code)).toEqual(['PackDependencyMissing'])
  })
})

describe('other versions of packs with a broken constraint', () => {
  const constraints = needs('optional', { minVersion: '1.27', maxVersion: '1.28' })
  const { document, facts } = targetWith(constraints, [base('1.26.0'), packNamed('bystander')])
  const known = ['1.26.1', '1.27.3', '1.28.9', '1.29.0'].map((version) => ({
    name: 'base',
    version,
    registryUid: registry.uid,
    registryName: registry.name,
  }))

  it('are asked for on both sides', () => {
    expect(packsInConflict(facts.candidates).map(({ name }) => name)).toEqual(['top', 'base'])
  })

  it('are offered when they satisfy the constraints', () => {
    const { layers } = planImport({ document, problems: [], facts: { ...facts, knownVersions: known } })
    expect(layers.map(({ alternatives }) => alternatives.map(({ version }) => version))).toEqual([
      [],
      ['1.27.3', '1.28.9'],
      [],
    ])
  })

  it('are not offered when they mend only one of two broken constraints', () => {
    const optional = { packName: 'base', layer: 'addon', type: 'optional', minVersion: '', maxVersion: '' }
    const both = constraintsOf(
      { ...optional, minVersion: '1.27' },
      { ...optional, minVersion: '1.28', maxVersion: '1.28' },
    )
    const target = targetWith(both, [base('1.26.0')])
    const plan = planImport({ ...target, problems: [], facts: { ...target.facts, knownVersions: known } })
    expect(plan.layers[1]?.alternatives.map(({ version }) => version)).toEqual(['1.28.9'])
  })

  it('settle the problem once one is taken', () => {
    const newer = candidateOf(base('1.27.3'), registry)
    const decisions = { packVersions: { 1: '1.27.3' }, registries: { 1: registry.uid } }
    const candidates = [...facts.candidates, newer]
    expect(planImport({ document, problems: [], decisions, facts: { ...facts, candidates } }).problems).toEqual([])
  })
})

describe('parsePackConstraints', () => {
  it.each(['', '{}', 'null', '[', '{"dependencies":{}}', '{"dependencies":[null,1,{"type":"required"}]}'])(
    'finds nothing in %s',
    (text) => {
      expect(parsePackConstraints(text)).toEqual([])
    },
  )
})

describe('parsePackResources', () => {
  it('returns what a cluster must offer, and skips entries without a type', () => {
    const resources = [{ type: 'cpu', minLimit: 6000, components: [] }, { type: 'memory' }, { minLimit: 1 }, null]
    expect(parsePackResources(JSON.stringify({ resources }))).toEqual([
      { type: 'cpu', minLimit: 6000 },
      { type: 'memory', minLimit: 0 },
    ])
  })

  it.each(['', '{}', '[', '{"resources":{}}'])('finds nothing in %s', (text) => {
    expect(parsePackResources(text)).toEqual([])
  })
})
