import { describe, expect, it } from 'vitest'
import type { DocumentVariable, ProfileDocument } from '../../document/document.ts'
import { candidateOf, documentOf, factsFor, packNamed, registryNamed } from '../plan-facts.fixture.ts'
import { problemMessage } from '../../problems/problem-message.ts'
import { planImport } from '../plan-import.ts'
import type { ImportDecisions, ImportFacts } from '../import-plan.ts'

const values = '# keep me\ndb:\n  password: "********"\n  url: pg://app:********@db\nplain: ********\n'
const variable: DocumentVariable = {
  name: 'token',
  displayName: '',
  description: '',
  format: 'string',
  inputType: 'text',
  options: [],
  defaultValue: '********',
  regex: '',
  required: false,
  hidden: false,
  immutable: false,
  isSensitive: true,
}
const secret = {
  name: 'm',
  content: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: m\nstringData:\n  key: "********"\n',
}
const use = packNamed('use', { values: 'a: "{{.spectro.var.token}}"\n' })

const masked = documentOf(
  [packNamed('hello', { values }), packNamed('own', { type: 'manifest', manifests: [secret] }), use],
  { variables: [variable] },
)
const places = [
  'packs[0].values#db.password',
  'packs[0].values#db.url',
  'packs[0].values#plain',
  'packs[1].manifests[0]#stringData.key',
  'variables[0].defaultValue',
]
const newest: ProfileDocument = documentOf(
  [
    packNamed('hello', { values: 'db:\n  password: old-one\n  url: pg://app:old-two@db\nplain: ""\n' }),
    packNamed('own', { type: 'manifest', manifests: [{ ...secret, content: 'stringData:\n  key: old-three\n' }] }),
  ],
  { version: '0.9.0', variables: [{ ...variable, defaultValue: 'old-four' }] },
)

function plan(decisions: ImportDecisions = {}, before: ProfileDocument | null = null) {
  const facts = { ...factsFor(masked), newest: before === null ? null : { uid: 'n', document: before } }
  return planImport({ document: masked, problems: [], decisions, facts })
}

describe('planImport: masked values', () => {
  it('lists every masked place and refuses each without a decision', () => {
    const result = plan()
    expect(result.masked.map((mask) => mask.id)).toEqual(places)
    expect(result.problems.map((problem) => problem.code)).toEqual(places.map(() => 'MaskedValues'))
  })

  it('gives the text around a mask that is part of its value', () => {
    expect(plan().masked.map((mask) => mask.around)).toEqual([
      undefined,
      { before: 'pg://app:', after: '@db' },
      undefined,
      undefined,
      undefined,
    ])
  })

  it('asks for the pattern of a variable, which may be kept or left out', () => {
    const ofPattern = { ...variable, defaultValue: '', regex: '********' }
    const document = documentOf([use], { variables: [ofPattern] })
    const before = documentOf([use], { version: '0.9.0', variables: [{ ...ofPattern, regex: '^old$' }] })
    const facts = { ...factsFor(document), newest: { uid: 'n', document: before } }
    const planned = (decisions: ImportDecisions) => planImport({ document, problems: [], decisions, facts })
    expect(planned({}).masked).toMatchObject([{ id: 'variables[0].regex', path: 'spec.variables[0].regex' }])
    expect(planned({}).problems.map(({ code }) => code)).toEqual(['MaskedValues'])
    expect(planned({ remainingMasks: 'keep' }).variables[0]?.regex).toBe('^old$')
    const empty = planned({ remainingMasks: 'leave-empty' })
    expect(empty).toMatchObject({ problems: [], variables: [{ regex: '' }], emptyValues: [] })
  })

  it('names the manifest of a masked place', () => {
    expect(plan().masked.map(({ manifest }) => manifest)).toEqual(['', '', '', 'm', ''])
  })

  it('fills a place and keeps every other byte', () => {
    const result = plan({ masks: [{ place: 'packs[0].values#db.password', action: 'fill', value: 'new "one"' }] })
    expect(result.layers[0]?.values).toBe(values.replace('"********"', String.raw`"new \"one\""`))
    expect(result.masked.filter((mask) => mask.isSettled).map((mask) => mask.id)).toEqual([
      'packs[0].values#db.password',
    ])
  })

  it('leaves all places empty when the caller says so', () => {
    const result = plan({ remainingMasks: 'leave-empty' })
    expect(result.problems).toEqual([])
    expect(result.layers[0]?.values).toBe('# keep me\ndb:\n  password: ""\n  url: "pg://app:@db"\nplain: ""\n')
    expect(result.variables[0]?.defaultValue).toBe('')
  })

  it('lists the values that stay empty by layer, place and line in what will be written', () => {
    const { emptyValues } = plan({
      masks: [{ place: 'packs[0].values#plain', action: 'fill', value: 'set' }],
      remainingMasks: 'leave-empty',
    })
    expect(emptyValues.map(({ layerName, manifest, path, line }) => [layerName, manifest, path, line])).toEqual([
      ['hello', '', 'db.password', 3],
      ['hello', '', 'db.url', 4],
      ['own', 'm', 'stringData.key', 6],
      ['', '', 'token', 0],
    ])
  })

  it('lists no empty values when everything is filled or kept', () => {
    expect(plan({ masks: places.map((place) => ({ place, action: 'fill', value: 'x' })) }).emptyValues).toEqual([])
  })

  it('offers to keep what the newest version has at the same place', () => {
    expect(plan({}, newest).masked.map((mask) => mask.isKeepable)).toEqual([true, true, false, true, true])
  })

  it('keeps what the newest version has when the caller says so', () => {
    const masks = places.map((place) => ({ place, action: place.endsWith('plain') ? 'leave-empty' : 'keep' }) as const)
    const result = plan({ masks }, newest)
    expect(result.problems).toEqual([])
    expect(result.layers[0]?.values).toBe(
      '# keep me\ndb:\n  password: "old-one"\n  url: pg://app:old-two@db\nplain: ""\n',
    )
    expect(result.layers[1]?.manifests[0]?.content).toBe(secret.content.replace('********', 'old-three'))
    expect(result.variables[0]?.defaultValue).toBe('old-four')
  })

  it('refuses to keep a value that does not exist', () => {
    const result = plan({ masks: [{ place: places[0] ?? '', action: 'keep' }] })
    expect(result.problems[0]).toMatchObject({ code: 'DecisionInvalid', valuePath: 'db.password' })
  })

  it.each(['********', 'a********', '\0', '\ud800'])('refuses %j as a value', (value) => {
    const result = plan({ masks: [{ place: places[0] ?? '', action: 'fill', value }] })
    expect(result.problems[0]?.code).toBe('DecisionInvalid')
  })

  it('escapes a value so that it stays inside its scalar', () => {
    const result = plan({
      masks: [{ place: places[2] ?? '', action: 'fill', value: 'x\nadmin: true' }],
      remainingMasks: 'leave-empty',
    })
    expect(result.layers[0]?.values).toContain(String.raw`plain: "x\nadmin: true"`)
  })

  it('shows the hint of the schema of the chosen pack', () => {
    const schema = `db.password:\n  schema: '{{ required | format "\${password}" | hints "Ask the database team" }}'\n`
    const facts = factsFor(masked)
    const candidates = facts.candidates.map((candidate) =>
      candidate.name === 'hello'
        ? candidateOf(packNamed('hello'), registryNamed('Public Repo'), { schema })
        : candidate,
    )
    const result = planImport({ document: masked, problems: [], facts: { ...facts, candidates } })
    expect(result.masked.map((mask) => mask.hint)).toEqual(['Ask the database team', '', '', '', ''])
  })

  it('puts no filled, kept or compared value in the fingerprint or the changes', () => {
    const fills = places.map((place) => ({ place, action: 'fill', value: `filled-${place.length}` }) as const)
    const { fingerprint, changes } = plan({ masks: fills }, newest)
    expect(JSON.stringify([fingerprint, changes])).not.toMatch(/filled-|old-/)
  })

  it('leaves the document as it was read', () => {
    expect(plan({ remainingMasks: 'leave-empty' }).document).toBe(masked)
  })
})

describe('planImport: a mask in a comment', () => {
  const saysOf = (values: string) => {
    const document = documentOf([packNamed('hello', { values })])
    const { problems, masked } = planImport({ document, problems: [], facts: factsFor(document), decisions: {} })
    const warnings = problems.filter(({ code }) => code === 'MaskInComment')
    return [masked.length, ...warnings.map((problem) => [problem.severity, problemMessage(problem)])]
  }

  it('needs no decision, and is reported as staying', () => {
    expect(saysOf('a: 1\n# was: ********\nb: 2 # ********\n')).toEqual([
      0,
      [
        'warning',
        'Comments of hello hold masks at 2 lines, the first at line 2; nothing has to be filled in there, so they stay.',
      ],
    ])
    expect(saysOf('a: 1 # ********, ********\n')).toEqual([
      0,
      ['warning', 'A comment of hello holds a mask, at line 1; nothing has to be filled in there, so it stays.'],
    ])
  })

  it('is not reported when it is a value or a line of a block scalar', () => {
    expect(saysOf('a: ********\nb: |\n  # x ********\n')).toEqual([2])
  })
})

describe('planImport: a mask that hides a number or a boolean', () => {
  const text = 'pin: "********"\nlocked: "********"\nname: "********"\nurl: "tcp://********"\n'
  const document = documentOf([packNamed('hello', { values: text })])
  const candidate = (overrides: { schema?: string; defaults?: string }) =>
    document.packs.map((pack) => candidateOf(pack, registryNamed('Public Repo'), overrides))
  const filled = (facts: Partial<ImportFacts>, values: Readonly<Record<string, string>> = {}) =>
    planImport({
      document,
      problems: [],
      facts: { ...factsFor(document), ...facts },
      decisions: {
        masks: Object.entries(values).map(([path, value]) => ({
          place: `packs[0].values#${path}`,
          action: 'fill' as const,
          value,
        })),
        remainingMasks: 'keep',
      },
    }).layers[0]?.values
  const fills = { pin: '4711', locked: 'true', name: '12', url: '8443' }

  it('is filled with the type of the pack’s default value', () => {
    const defaults = 'pin: 1234\nlocked: false\nname: shop\n'
    expect(filled({ candidates: candidate({ defaults }) }, fills)).toBe(
      'pin: 4711\nlocked: true\nname: "12"\nurl: "tcp://8443"\n',
    )
  })

  it('is filled with the type in the pack’s schema', () => {
    const schema = 'pin:\n  schema: \'{{ format "${number}" }}\'\nlocked:\n  schema: \'{{ format "${boolean}" }}\'\n'
    expect(filled({ candidates: candidate({ schema }) }, fills)).toBe(
      'pin: 4711\nlocked: true\nname: "12"\nurl: "tcp://8443"\n',
    )
  })

  it('is kept as it is written here', () => {
    const kept = documentOf([
      packNamed('hello', { values: 'pin: 007\nlocked: false\nname: "12"\nurl: "tcp://8443"\n' }),
    ])
    expect(filled({ newest: { uid: 'n', document: kept } })).toBe(
      'pin: 007\nlocked: false\nname: "12"\nurl: "tcp://8443"\n',
    )
  })

  it('is filled as a string when the value has another type or YAML would read it differently', () => {
    const defaults = 'pin: 1234\nlocked: false\n'
    const others = { pin: '0042', locked: 'yes: 1', name: 'x', url: 'y' }
    expect(filled({ candidates: candidate({ defaults }) }, others)).toBe(
      'pin: "0042"\nlocked: "yes: 1"\nname: "x"\nurl: "tcp://y"\n',
    )
  })
})

describe('planImport: a mask in descriptions and labels', () => {
  it('is imported unchanged, and reported with its place', () => {
    const document = {
      ...documentOf([]),
      description: 'sign in as admin with ********',
      labels: new Map([['contact', '********']]),
    }
    const { problems } = planImport({ document, problems: [], facts: factsFor(document), decisions: {} })
    const warnings = problems.filter(({ code }) => code === 'MaskInProse')
    expect(warnings.map((problem) => [problem.severity, problem.path, problemMessage(problem)])).toEqual([
      [
        'warning',
        'metadata.description',
        'The description contains a mask; it is imported as it is, so rewrite the text afterwards.',
      ],
      [
        'warning',
        'metadata.labels.contact',
        'The label "contact" contains a mask; it is imported as it is, so rewrite the text afterwards.',
      ],
    ])
  })
})
