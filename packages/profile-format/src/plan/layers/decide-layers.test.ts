import { describe, expect, it } from 'vitest'
import { documentOf, factsFor, packNamed } from '../plan-facts.fixture.ts'
import type { ImportDecisions } from '../import-plan.ts'
import { planImport } from '../plan-import.ts'

function plan(document: ReturnType<typeof documentOf>, decisions: ImportDecisions, facts = factsFor(document)) {
  return planImport({ document, problems: [], facts, decisions })
}

const codesOf = ({ problems }: ReturnType<typeof plan>) =>
  problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`.trim())

describe('planImport: layers', () => {
  const packs = [packNamed('first'), packNamed('nowhere'), packNamed('last', { values: 'password: "********"\n' })]
  const three = documentOf(packs)
  const known = factsFor(documentOf(packs.filter(({ name }) => name !== 'nowhere')))
  const planOf = (decisions: ImportDecisions) => plan(three, decisions, known)

  it('is settled by leaving out an add-on that no registry holds, and keeps the indexes of the file', () => {
    const result = planOf({ leftOut: [1] })
    expect(codesOf(result)).toEqual(['error MaskedValues spec.template.packs[2].values'])
    expect(result.layers.map(({ index, name }) => `${index} ${name}`)).toEqual(['0 first', '2 last'])
    expect(result.masked.map(({ id }) => id)).toEqual(['packs[2].values#password'])
    expect(result.leftOut).toEqual([{ index: 1, name: 'nowhere', version: '1.2.0' }])
  })

  it('applies decisions about layers after one that is left out at their indexes in the file', () => {
    const result = planOf({
      leftOut: [1],
      packVersions: { 1: '9.9.9' },
      masks: [
        { place: 'packs[1].values#gone', action: 'leave-empty' },
        { place: 'packs[2].values#password', action: 'fill', value: 'x1' },
      ],
    })
    expect(codesOf(result)).toEqual([])
    expect(result.layers[1]?.values).toBe('password: "x1"\n')
  })

  it('leaves a value below a key called packs at its place in its text', () => {
    const ports = packNamed('ports', { values: 'packs:\n  - port: none\n' })
    const document = documentOf([packNamed('first'), ports])
    const facts = factsFor(document)
    const schema = 'packs.[*].port:\n  schema: \'{{ format "${number}" }}\'\n'
    const candidates = facts.candidates.map((candidate) => ({ ...candidate, schema }))
    const { problems } = plan(document, { leftOut: [0] }, { ...facts, candidates })
    expect(problems.map(({ path, params }) => [path, params['place']])).toEqual([
      ['spec.template.packs[1].values', 'packs[0].port'],
    ])
  })

  it('leaves out no layer that a cluster needs', () => {
    const system = documentOf([packNamed('kubernetes', { layer: 'k8s' })], { type: 'cluster' })
    const result = plan(system, { leftOut: [0] })
    expect(result.problems.map(({ code, params }) => [code, params['name']])).toContainEqual([
      'DecisionInvalid',
      'kubernetes',
    ])
    expect(result.layers).toHaveLength(1)
  })

  it('plans with edited values, whose problems and masks replace those of the file’s', () => {
    const broken = documentOf([packNamed('hello', { values: 'a: [1\n' })])
    const edit = (values: string) => plan(broken, { values: { 0: values } })
    expect(codesOf(plan(broken, {}))).toEqual(['error YamlInvalid spec.template.packs[0].values'])
    const result = edit('a: [1]\n')
    expect([codesOf(result), result.layers[0]?.values]).toEqual([[], 'a: [1]\n'])
    expect(result.editedValues).toEqual([{ index: 0, name: 'hello', version: '1.2.0' }])
    expect(codesOf(edit('a: "********"\n'))).toEqual(['error MaskedValues spec.template.packs[0].values'])
  })

  it('refuses values for a layer that the file does not have', () => {
    expect(codesOf(plan(documentOf([packNamed('hello')]), { values: { 7: 'a: 1' } }))).toEqual([
      'error DecisionInvalid',
    ])
  })
})
