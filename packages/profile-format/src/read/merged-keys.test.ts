import { describe, expect, it } from 'vitest'
import { serializeDocument } from '../write/serialize-document.ts'
import { readDocument } from './read-document.ts'

const labelled = new TextEncoder().encode(
  JSON.stringify({
    metadata: { name: 'web', labels: { '<<': 'a' } },
    spec: { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs: [] } },
  }),
)

const read = (text: string) => readDocument(new TextEncoder().encode(text), { format: 'yaml' })

const WRITTEN_OUT = `metadata:
  name: web
spec:
  version: 1.0.0
  template: {type: add-on, cloudType: aws, packs: [{name: a, type: manifest, version: 1.0.0}]}
`
const MERGED = (merge: string) => `metadata:
  name: web
spec:
  version: 1.0.0
  variables: []
  template:
    ${merge}
    cloudType: aws
    packs:
    - &layer {name: a, type: manifest, version: 1.0.0}
`

describe('a YAML file with merged keys', () => {
  it.each(['<<: {type: add-on, cloudType: all}', '<<: [{type: add-on}, {type: infra, cloudType: all}]'])(
    'is read as if they were written out, where its own keys count before merged ones and the first of these: %s',
    (merge) => {
      const { document, problems } = read(MERGED(merge))
      expect(problems).toEqual([])
      expect(document).toEqual(read(WRITTEN_OUT).document)
    },
  )

  it('is read when it begins with them', () => {
    const begun = `<<: {metadata: {name: web}}\n${WRITTEN_OUT.slice(WRITTEN_OUT.indexOf('spec:'))}`
    expect(read(begun)).toMatchObject({ problems: [], document: { name: 'web' } })
  })

  it('is read through aliases', () => {
    const file = `metadata:
  name: web
spec:
  version: 1.0.0
  template:
    type: add-on
    cloudType: all
    packs:
    - &layer {name: a, type: manifest, version: 1.0.0}
    - {<<: *layer, name: b}
`
    expect(read(file).document?.packs.map(({ name, type }) => [name, type])).toEqual([
      ['a', 'manifest'],
      ['b', 'manifest'],
    ])
  })

  it.each(['<<: all', '<<: [all]', '<<:'])('is refused when the merged value is not a map: %s', (merge) => {
    expect(read(MERGED(merge)).problems).toMatchObject([
      { code: 'MalformedYaml', path: 'spec.template["<<"]', params: { expected: 'a map to merge' } },
    ])
  })

  it('has a label named << when that key is in quotes', () => {
    const { document } = readDocument(labelled, { format: 'json' })
    expect([...(document?.labels ?? [])]).toEqual([['<<', 'a']])
    const written = document === null ? '' : serializeDocument(document, { format: 'yaml', pretty: false })
    expect(read(written).document).toEqual(document)
  })
})
