import { anyCharacter } from '@waybill/test-data'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffDocuments } from '../diff/diff-documents.ts'
import type { DocumentPack, DocumentVariable, ProfileDocument } from '../document/document.ts'
import { LAYERS, PACK_TYPES, PROFILE_TYPES, VARIABLE_FORMATS, VARIABLE_INPUT_TYPES } from '../document/document.ts'
import { candidateOf, documentOf, factsFor, packNamed, registryNamed } from './plan-facts.fixture.ts'
import { planImport } from './plan-import.ts'
import type { ImportDecisions, ImportFacts, ImportPlan, PackCandidate } from './import-plan.ts'

const text = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.constantFrom(
    '',
    '********',
    'a: "********"\n',
    'a: ["{{.spectro.macro.m}}", "{{ .spectro.var.v }}"]\n',
    'a: [',
    '{{.spectro.macro.m',
  ),
)
const registry = fc.record(
  {
    uid: text,
    name: fc.constantFrom('Public Repo', 'Mirror', 'x'),
    kind: fc.constantFrom('pack', 'oci'),
    isPrivate: fc.boolean(),
  },
  { requiredKeys: [] },
)
const pack: fc.Arbitrary<DocumentPack> = fc
  .record({
    name: fc.oneof(fc.constantFrom('hello', 'world', 'x--hello', '__proto__', 'constructor'), text),
    type: fc.constantFrom(...PACK_TYPES),
    layer: fc.constantFrom(...LAYERS),
    version: fc.constantFrom('1.0.0', '1.2.x', '', 'odd'),
    tag: fc.option(fc.constantFrom('1.0.0', '1.x', 'x')),
    values: fc.option(text),
    manifests: fc.array(fc.record({ name: text, content: text }), { maxLength: 2 }),
    registry,
  })
  .map(({ tag, values, ...rest }) => ({
    ...rest,
    ...(tag === null ? {} : { tag }),
    ...(values === null ? {} : { values }),
  }))
const variable: fc.Arbitrary<DocumentVariable> = fc.record({
  name: fc.constantFrom('v', 'w', ''),
  displayName: text,
  description: text,
  format: fc.constantFrom(...VARIABLE_FORMATS),
  inputType: fc.constantFrom(...VARIABLE_INPUT_TYPES),
  options: fc.array(fc.record({ value: text, label: text, description: text, default: fc.boolean() }), {
    maxLength: 2,
  }),
  defaultValue: text,
  regex: text,
  required: fc.boolean(),
  hidden: fc.boolean(),
  immutable: fc.boolean(),
  isSensitive: fc.boolean(),
})
const anyDocument: fc.Arbitrary<ProfileDocument> = fc.record({
  name: text,
  description: text,
  labels: fc.array(fc.tuple(text, text), { maxLength: 3 }).map((entries) => new Map(entries)),
  version: fc.constantFrom('1.0.0', '1.0.0-rc.1', 'odd'),
  type: fc.constantFrom(...PROFILE_TYPES),
  cloudType: fc.constantFrom('all', 'aws', 'edge-native', 'nutanix'),
  packs: fc.array(pack, { maxLength: 4 }),
  variables: fc.array(variable, { maxLength: 3 }),
})
const anyDecisions: fc.Arbitrary<ImportDecisions> = fc.record(
  {
    name: text,
    version: text,
    publish: fc.boolean(),
    registries: fc.dictionary(fc.constantFrom('0', '1', '9', '01', 'x'), text),
    packVersions: fc.dictionary(fc.constantFrom('0', '1', '9'), fc.constantFrom('1.0.0', '2.0.0')),
    macros: fc.array(
      fc.record({ name: fc.constantFrom('m', 'n', ''), value: text, scope: fc.constantFrom('tenant', 'project') }),
      {
        maxLength: 2,
      },
    ),
    masks: fc.array(
      fc.record({
        place: fc.constantFrom('packs[0].values#a', 'variables[0].defaultValue', 'x'),
        action: fc.constant('fill'),
        value: text,
      }),
      { maxLength: 2 },
    ),
    remainingMasks: fc.constant('leave-empty'),
  },
  { requiredKeys: [] },
)

/** Constraints and schemas of packs, valid and invalid. */
const declared = fc.record({
  constraints: fc.oneof(
    text,
    fc
      .record({
        packName: fc.constantFrom('hello', 'world', '__proto__', 'nowhere'),
        layer: fc.constantFrom('addon', 'k8s', ''),
        type: fc.constantFrom('required', 'optional', 'notSupported', 'upgrade', ''),
        minVersion: fc.constantFrom('', '1', '1.1', 'x'),
        maxVersion: fc.constantFrom('', '1', '0.9', 'v2.x'),
      })
      .map((dependency) => JSON.stringify({ dependencies: [dependency] })),
  ),
  schema: fc.oneof(
    text,
    fc
      .constantFrom(
        'required',
        'readonly',
        'format "${number}"',
        'format "${list:[a,b]}"',
        'format "${ipv4} - ${string:/(/}"',
      )
      .map((rule) => ['a', 'a.$[]', 'b.$[].c', 'a.b.c'].map((path) => `${path}: {schema: '{{ ${rule} }}'}\n`).join('')),
  ),
  defaults: text,
})

describe('planImport over any document and decisions', () => {
  it('returns a plan, and the same one each time', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDecisions, declared, (document, before, decisions, pack) => {
        const facts = factsFor(document, { newest: { uid: 'n', document: before } })
        const candidates = facts.candidates.map((candidate) => ({ ...candidate, ...pack }))
        const plan = () => planImport({ document, problems: [], decisions, facts: { ...facts, candidates } })
        expect(plan()).toEqual(plan())
      }),
    )
  })

  it('finds no difference between a document and itself', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(diffDocuments(document, structuredClone(document))).toEqual([])
      }),
    )
  })

  it('finds a difference between a document and itself under another version', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const changes = diffDocuments(document, { ...document, version: '9.9.9' })
        expect(changes.map((change) => change.path)).toEqual(['version'])
      }),
    )
  })
})

type Lack = 'nothing' | 'version' | 'registry' | 'private' | 'dependency'

/** Constraints of a pack that needs a newer `base`. */
const NEEDS_BASE = JSON.stringify({
  dependencies: [{ packName: 'base', type: 'required', minVersion: '2', maxVersion: '' }],
})

/** A document with problems that can be remedied, and a target that offers the remedies. */
const remediable = fc
  .record({
    lacks: fc.array(fc.constantFrom<Lack>('nothing', 'version', 'registry', 'private', 'dependency'), {
      minLength: 1,
      maxLength: 6,
    }),
    texts: fc.array(
      fc.constantFrom('a: "********"\n', 'a: "{{.spectro.macro.m}}"\nb: ********\n', 'a: x********y\n', '# none\n'),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
    isTaken: fc.boolean(),
  })
  .map(({ lacks, texts, isTaken }) => {
    const source = { uid: 'c'.repeat(24), name: 'Elsewhere', kind: 'pack' }
    const packs = lacks.map((lack, index) =>
      packNamed(`p${index}`, { values: texts[index] ?? '', registry: { ...source, isPrivate: lack === 'private' } }),
    )
    const document = documentOf([...packs, packNamed('base', { registry: source })])
    return { document, facts: factsLacking(document, lacks, isTaken) }
  })

function factsLacking(document: ProfileDocument, lacks: readonly Lack[], isTaken: boolean): ImportFacts {
  const [first, second] = [registryNamed('First'), registryNamed('Second')]
  const held = (pack: DocumentPack, lack: Lack | undefined): PackCandidate[] => {
    if (lack === 'version') return []
    const constraints = lack === 'dependency' ? NEEDS_BASE : '{}'
    return (lack === 'registry' ? [first, second] : [first]).map((each) => candidateOf(pack, each, { constraints }))
  }
  const missing = document.packs.filter((_pack, index) => lacks[index] === 'version')
  return factsFor(document, {
    registries: [first, second],
    candidates: document.packs.flatMap((each, index) => held(each, lacks[index])),
    knownVersions: [
      ...missing.map(({ name }) => ({ name, version: '1.1.0' })),
      // A server returns other versions of both packs when a constraint is broken.
      ...(lacks.includes('dependency') ? ['1.3.0', '2.1.0'].map((version) => ({ name: 'base', version })) : []),
    ].map((known) => ({ ...known, registryUid: first.uid, registryName: first.name })),
    existing: isTaken ? [{ uid: 'e', version: '1.0.0' }] : [],
  })
}

/** The decisions of a user who takes the first remedy that the wizard offers for everything. */
function takeRemedies(plan: ImportPlan, facts: ImportFacts): { decisions: ImportDecisions; facts: ImportFacts } {
  const versions = plan.layers.flatMap(({ index, alternatives: [first] }) =>
    first ? [[String(index), first.version] as const] : [],
  )
  const open = plan.layers.filter(({ choice }) => choice === 'none')
  const registries = open.flatMap(({ index, candidates: [first] }) =>
    first ? [[String(index), first.registry.uid] as const] : [],
  )
  // The server looks up decided versions as well.
  const found = plan.layers.flatMap(({ index, alternatives: [first] }) => {
    const wanted = plan.document.packs[index]
    const here = facts.registries.find((each) => each.uid === first?.registryUid)
    return wanted && first && here ? [candidateOf({ ...wanted, version: first.version }, here)] : []
  })
  return {
    decisions: {
      version: plan.nextVersion,
      packVersions: Object.fromEntries(versions),
      registries: Object.fromEntries(registries),
      macros: plan.macros
        .filter((macro) => !macro.isDefined)
        .map(({ name }) => ({ name, value: 'x', scope: 'project' })),
      remainingMasks: 'leave-empty',
    },
    facts: { ...facts, candidates: [...facts.candidates, ...found] },
  }
}

describe('planImport with every remedy taken', () => {
  it('has no error left', () => {
    fc.assert(
      fc.property(remediable, ({ document, facts }) => {
        const plan = planImport({ document, problems: [], facts })
        const settled = planImport({ document, problems: [], ...takeRemedies(plan, facts) })
        expect(settled.problems.filter((problem) => problem.severity === 'error')).toEqual([])
        expect(settled.layers.every((layer) => layer.chosen !== null)).toBe(true)
      }),
    )
  })

  it('leaves no mask in what will be written', () => {
    fc.assert(
      fc.property(remediable, ({ document, facts }) => {
        const { layers } = planImport({ document, problems: [], decisions: { remainingMasks: 'leave-empty' }, facts })
        expect(JSON.stringify(layers.map(({ values, manifests }) => [values, manifests]))).not.toContain('********')
      }),
    )
  })
})
