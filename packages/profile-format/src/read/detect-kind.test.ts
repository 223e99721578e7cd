import { describe, expect, it } from 'vitest'
import { problemMessage } from '../problems/problem-message.ts'
import { readDocument } from './read-document.ts'
import type { DocumentFormat } from './read-tree.ts'

const profile = { metadata: { name: 'web' }, spec: { template: { type: 'add-on', packs: [] } } }
const layer = { name: 'nginx', layer: 'addon', tag: '1.12.1', values: '' }
const flat = { metadata: { name: 'web' }, spec: { type: 'add-on', cloudType: 'all', packs: [layer] } }

const read = (file: unknown, format: DocumentFormat = 'json') => {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const { document, problems } = readDocument(new TextEncoder().encode(text), { format })
  return { document, messages: problems.map((problem) => `${problem.code}: ${problemMessage(problem)}`) }
}

const layersIn = (place: string) =>
  `NotAProfile: The layers of this file are in ${place}, those of an exported profile in spec.template.packs; move them there, beside type and cloudType.`
const FLAT = layersIn('spec.packs')
const besideEmpty = (fields: object, others: object = {}) => ({
  metadata: { name: 'web' },
  spec: { template: { type: 'add-on', packs: [] }, ...fields },
  ...others,
})
const LIST = 'NotAProfile: This is a list of cluster profiles; import each of them by itself, as a file of its own.'
const HEADERS =
  'NotAProfile: The file begins with the headers of an HTTP answer; take them out, so that it begins with the profile itself.'
const QUOTED =
  'NotAProfile: This is JSON inside a text in quotes; take the quotes and the backslashes before quotes out, so that it begins with a brace.'
const kind = (what: string) =>
  `NotAProfile: This is ${what}, not a cluster profile; choose a file that was exported as one.`
const KUBECONFIG = 'apiVersion: v1\nkind: Config\nusers:\n- name: me\n  user:\n    token: not-to-be-told\n'
const KEY = '-----BEGIN PRIVATE KEY-----\nbm90LXRvLWJlLXRvbGQ=\n-----END PRIVATE KEY-----\n'

describe('a file that is not an exported profile', () => {
  it.each<[string, unknown, DocumentFormat, string]>([
    ['its layers are where scripts put them', flat, 'json', FLAT],
    [
      'its layers are there in a Kubernetes object',
      { ...flat, apiVersion: 'example.com/v1', kind: 'ClusterProfile' },
      'json',
      FLAT,
    ],
    ['its layers are beside an empty template', besideEmpty({ packs: [layer] }), 'json', FLAT],
    ['its layers are a text beside an empty template', besideEmpty({ packs: 'web' }), 'json', FLAT],
    ['its layers have another name', besideEmpty({ layers: [layer] }), 'json', layersIn('spec.layers')],
    ['its layers are at the top', besideEmpty({}, { packs: [layer] }), 'json', layersIn('packs')],
    [
      'its layers are in a template beside spec',
      besideEmpty({}, { template: { packs: [layer] } }),
      'json',
      layersIn('template.packs'),
    ],
    [
      'its layers have a capital letter',
      besideEmpty({ template: { Packs: [layer] } }),
      'json',
      layersIn('spec.template.Packs'),
    ],
    [
      'its layers are in a field of any name',
      besideEmpty({ template: { 'my packs': [layer] } }),
      'json',
      layersIn('spec.template["my packs"]'),
    ],
    ['its layer is alone', besideEmpty({ pack: layer }), 'json', layersIn('spec.pack')],
    ['its layers are the draft itself', besideEmpty({ draft: [layer] }), 'json', layersIn('spec.draft')],
    ['its layers are what was published', besideEmpty({ published: [layer] }), 'json', layersIn('spec.published')],
    [
      'its layers are in the template of a draft',
      'metadata: {name: web}\nspec:\n  template: {}\n  draft: {template: {packs: [{name: nginx}]}}\n',
      'yaml',
      layersIn('spec.draft.template.packs'),
    ],
    ['it holds several profiles', [profile, profile], 'json', LIST],
    ['it holds several profiles as a list of the API', { items: [profile], listmeta: { count: 1 } }, 'json', LIST],
    [
      'it is a list of the API without their texts',
      { items: [{ metadata: { name: 'web' } }], listmeta: { count: 1 } },
      'json',
      kind('an answer of the Palette API'),
    ],
    [
      'it is a list of the names and versions of profiles',
      { items: [{ metadata: { name: 'web', uid: '5e2031962f090e2d3d8a3290' }, spec: { version: '1.0.0' } }] },
      'json',
      kind('an answer of the Palette API'),
    ],
    [
      'it is a list of Kubernetes',
      'apiVersion: v1\nkind: List\nitems:\n- kind: Service\n  metadata: {name: web}\n  spec: {type: ClusterIP}\n',
      'yaml',
      kind('a Kubernetes manifest'),
    ],
    [
      'it is what the API answered instead',
      { code: 'Unauthorized', message: 'Sign in.', details: [], ref: 'b845128d' },
      'json',
      'NotAProfile: This is an error that the API answered, not the profile that was asked for; export it again.',
    ],
    ['it is JSON in quotes', JSON.stringify(JSON.stringify(profile)), 'json', QUOTED],
    ['it is a kubeconfig', KUBECONFIG, 'yaml', kind('a kubeconfig')],
    ['it is a key read as JSON', KEY, 'json', kind('a key or a certificate')],
    ['it is a key read as YAML', KEY, 'yaml', kind('a key or a certificate')],
    ['it begins with headers', `HTTP/2 200\r\ncontent-type: x\r\n\r\n${JSON.stringify(profile)}`, 'json', HEADERS],
    ['it begins with headers, as YAML', `HTTP/1.1 200 OK\ncontent-type: x\n\nmetadata: {}\n`, 'yaml', HEADERS],
    [
      'it holds several objects of Kubernetes',
      'apiVersion: v1\nkind: Namespace\n---\napiVersion: v1\nkind: Secret\nstringData: {a: not-to-be-told}\n',
      'yaml',
      kind('a Kubernetes manifest'),
    ],
  ])('is refused with one sentence that says what to do: %s', (_what, file, format, sentence) => {
    expect(read(file, format)).toEqual({ document: null, messages: [sentence] })
  })

  it('is refused when it holds several YAML documents', () => {
    expect(read('metadata:\n  name: a\n---\nmetadata:\n  name: b\n', 'yaml').messages).toEqual([
      'MalformedYaml: This is not valid YAML: the end of the file was expected here, but another document begins; import each of them by itself.',
    ])
  })
})

describe('a part that is JSON inside a string', () => {
  it.each([
    ['an object', { ...profile, spec: JSON.stringify(profile.spec) }],
    ['a list', { ...profile, spec: { template: { type: 'add-on', cloudType: 'all', packs: '[{"name":"a"}]' } } }],
  ])('is refused with a hint to remove the quotes: %s', (expected, file) => {
    expect(read(file).messages).toContain(
      `WrongType: This must be ${expected}, but there is one inside a text in quotes; take it out of the quotes.`,
    )
  })
})
