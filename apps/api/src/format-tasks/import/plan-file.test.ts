import type { ImportFacts } from '@waybill/profile-format'
import { expect, it } from 'vitest'
import { writeCircumstances } from './plan-circumstances.ts'
import { planToShow } from './plan-file.ts'
import { readOutline } from './read-file.ts'

const FACTS: ImportFacts = {
  scope: { kind: 'tenant', uid: 'b'.repeat(24), name: '' },
  permissions: ['clusterProfile.create'],
  tenantPermissions: [],
  registries: [],
  candidates: [],
  knownVersions: [],
  macros: [],
  existing: [],
  newest: null,
}

const fileOf = (values: string) => {
  const manifest = { name: 'm', type: 'manifest', layer: 'addon', version: '1.0.0', values, registry: { metadata: {} } }
  const template = { type: 'add-on', cloudType: 'all', packs: [manifest] }
  const bytes = Buffer.from(JSON.stringify({ metadata: { name: 'known' }, spec: { version: '1.0.0', template } }))
  return { bytes, format: 'json' as const, digest: readOutline({ bytes, format: 'json' }).digest }
}

const answerTo = ({ values = 'a: 1', facts = {} }: { values?: string; facts?: Partial<ImportFacts> } = {}) =>
  planToShow({
    file: fileOf(values),
    circumstances: writeCircumstances({ said: [], decisions: {}, facts: { ...FACTS, ...facts } }),
  })
const codesOf = (answer: Uint8Array) =>
  JSON.parse(Buffer.from(answer).toString()).plan.problems.map(({ code }: { code: string }) => code)

it('answers with the same bytes as before if file and circumstances are the same', () => {
  expect(answerTo()).toBe(answerTo())
})

it('plans again if something changed', () => {
  expect(codesOf(answerTo())).not.toContain('ClusterProfileAlreadyExists')
  const existing = [{ uid: 'c'.repeat(24), version: '1.0.0' }]
  expect(codesOf(answerTo({ facts: { existing } }))).toContain('ClusterProfileAlreadyExists')
  expect(codesOf(answerTo({ values: 'a: [' }))).toContain('YamlInvalid')
})
