import { describe, expect, it } from 'vitest'
import { EMPTY_VARIABLE, type DocumentVariable, type ProfileDocument } from '../document/document.ts'
import { inspectDocument } from './inspected-document.fixture.ts'
import { listSecrets, maskDocument } from './mask-document.ts'
import { shownLabels } from './mask-prose.ts'
import { secretsInNames } from './names.ts'
import { survivingSecrets } from './surviving-secrets.ts'

/** Not a real token. */
const TOKEN = `ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0hL3nR6'}`

function variable(over: Partial<DocumentVariable>): DocumentVariable {
  return { ...EMPTY_VARIABLE, name: 'v', ...over }
}

function profile(over: Partial<ProfileDocument> = {}): ProfileDocument {
  return {
    name: 'shop',
    description: '',
    labels: new Map(),
    version: '1.0.0',
    type: 'add-on',
    cloudType: 'all',
    variables: [],
    packs: [
      {
        name: 'db',
        type: 'helm',
        layer: 'addon',
        version: '1',
        values: 'db:\n  login: onyx-17-tide\ntoken: flint-22-gale\n',
        manifests: [],
        registry: {},
      },
      {
        name: 'extra',
        type: 'manifest',
        layer: 'addon',
        version: '1',
        registry: {},
        manifests: [{ name: 's', content: 'kind: Secret\nstringData: {p: "opal-31-surf"}\n' }],
      },
    ],
    ...over,
  }
}

const inspect = (document: ProfileDocument) => inspectDocument(document, ['db.login'])

function mask(document: ProfileDocument, suspected: 'mask' | 'keep' = 'mask', keep = new Set<string>()) {
  return maskDocument({ document, inspections: inspect(document), suspected, keep })
}

describe('maskDocument', () => {
  it('masks declared, manifest and suspected secrets and lists each', () => {
    const { document, masked, secrets } = mask(profile())
    expect(document.packs[0]?.values).toBe('db:\n  login: "********"\ntoken: "********"\n')
    expect(document.packs[1]?.manifests[0]?.content).toBe('kind: Secret\nstringData: {p: "********"}\n')
    expect(masked.map(({ id, layerName, source }) => [id, layerName, source])).toEqual([
      ['packs[0].values#db.login', 'db', 'declared'],
      ['packs[0].values#token', 'db', 'suspected'],
      ['packs[1].manifests[0]#stringData.p', 'extra', 'secret-manifest'],
    ])
    expect(secrets).toEqual(['onyx-17-tide', 'flint-22-gale', 'opal-31-surf'])
  })

  it('keeps suspected secrets when asked to, all or by id, and never others', () => {
    const all = mask(profile(), 'keep').document
    const one = mask(profile(), 'mask', new Set(['packs[0].values#token', 'packs[0].values#db.login'])).document
    for (const document of [all, one])
      expect(document.packs[0]?.values).toBe('db:\n  login: "********"\ntoken: flint-22-gale\n')
  })

  it('masks sensitive variables with their options, but not references', () => {
    const options = [{ value: 'jade-8-moor', label: 'jade-8-moor', description: 'first', default: true }]
    const variables = [
      variable({ isSensitive: true, defaultValue: 'jade-8-moor', options }),
      variable({ isSensitive: true, defaultValue: '{{.spectro.macro.x}}' }),
      variable({ isSensitive: true }),
      variable({ defaultValue: 'open' }),
    ]
    const { document, masked } = mask(profile({ packs: [], variables }))
    expect(document.variables.map(({ defaultValue }) => defaultValue)).toEqual([
      '********',
      '{{.spectro.macro.x}}',
      '',
      'open',
    ])
    expect(document.variables[0]?.options).toEqual([{ ...options[0], value: '********', label: '********' }])
    expect(masked.map(({ id }) => id)).toEqual(['variables[0].defaultValue'])
  })

  it('masks a secret of one text in all other texts, in descriptions and labels', () => {
    const base = profile()
    const packs = base.packs.map((pack, index) =>
      index === 1 ? { ...pack, values: 'args: [--x=onyx-17-tide] # onyx-17-tide\n' } : pack,
    )
    const { document } = mask({
      ...base,
      packs,
      description: 'log in with onyx-17-tide',
      labels: new Map([['k', 'onyx-17-tide']]),
    })
    expect(document.packs[1]?.values).toBe('args: [--x=********] # ********\n')
    expect(document.description).toBe('log in with ********')
    expect(document.labels.get('k')).toBe('********')
  })

  it.each([
    ['itself', '^jade-8-moor$'],
    ['with escapes', String.raw`^jade\-8\-moor$`],
    ['among others', '^(jade-8-moor|two)$'],
  ])('masks the pattern of a sensitive variable that contains its default: %s', (_how, regex) => {
    const variables = [variable({ isSensitive: true, defaultValue: 'jade-8-moor', regex })]
    expect(mask(profile({ packs: [], variables })).document.variables[0]?.regex).toBe('********')
  })

  it('masks the pattern of any variable that contains a secret of a layer, and no other', () => {
    const patterns = ['^onyx-17-tide$', '[a-z]+', '^onyx$']
    const variables = patterns.map((regex) => variable({ regex }))
    const { document, secrets } = mask(profile({ variables }))
    expect(document.variables.map(({ regex }) => regex)).toEqual(['********', '[a-z]+', '^onyx$'])
    expect(survivingSecrets(JSON.stringify(document.variables), secrets)).toBe(false)
  })

  it('masks tokens anywhere in variables', () => {
    const option = { value: TOKEN, label: `as ${TOKEN}`, description: `say ${TOKEN} here`, default: true }
    const texts = { displayName: `Of ${TOKEN}`, description: `Of ${TOKEN}`, regex: `^${TOKEN}$`, defaultValue: TOKEN }
    const variables = [variable({ ...texts, options: [option] }), variable(texts)]
    const { document, masked } = mask(profile({ packs: [], variables }))
    const seen = { displayName: 'Of ********', description: 'Of ********', regex: '********', defaultValue: '********' }
    const offered = { value: '********', label: '********', description: 'say ******** here' }
    expect(document.variables).toMatchObject([
      { ...seen, options: [offered] },
      { ...seen, options: [] },
    ])
    expect(masked.map(({ id }) => id)).toContain('variables[0].options[0].label')
  })

  it('masks no token in a label’s key, but counts it as a secret that the file must not contain', () => {
    const labels = new Map([[TOKEN, 'spectro__tag']])
    const { document, secrets } = mask(profile({ labels }))
    expect(document.labels).toEqual(labels)
    expect(survivingSecrets(TOKEN, secrets)).toBe(true)
    expect(secretsInNames(document, secrets)).toMatchObject([{ path: 'metadata.labels', params: { what: 'label' } }])
    expect([...shownLabels(new Map([...labels, [`${TOKEN.slice(0, -1)}9`, 'x']]))]).toEqual([
      ['********', 'spectro__tag'],
      ['******** 2', 'x'],
    ])
  })

  it.each([
    [{ version: '1.0.0-onyx-17-tide' }, 'spec.version'],
    [{ packs: profile().packs.map((pack) => ({ ...pack, tag: 'onyx-17-tide.x' })) }, 'spec.template.packs[0].tag'],
  ])('names the version that contains a secret', (over, path) => {
    const document = profile(over)
    expect(secretsInNames(document, mask(document).secrets)[0]).toMatchObject({ path, params: { what: 'version' } })
  })

  it('lists the secrets of a document without their values', () => {
    const listed = listSecrets(profile(), inspect(profile()))
    expect(listed).toHaveLength(3)
    expect(JSON.stringify(listed)).not.toMatch(/onyx|flint|opal/)
  })
})

describe('survivingSecrets', () => {
  const secret = 'a<b>&"quoted"\\77'

  it.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ secret })],
    [
      'in JSON with the escapes of HTML',
      JSON.stringify(secret).replaceAll(/[<>&]/g, (unit) => `\\u00${unit.charCodeAt(0).toString(16)}`),
    ],
    ['in base64', btoa(secret)],
  ])('finds a secret %s', (_, written) => {
    expect(survivingSecrets(`before ${written} after`, ['other-secret-1', secret])).toBe(true)
  })

  it('finds nothing in a text without secrets, and ignores secrets too short or too common to look for', () => {
    expect(survivingSecrets('postgres and abc12 stand here', ['postgres', 'abc12', secret])).toBe(false)
  })

  it('finds one of thousands', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `secret-number-${index}`)
    expect(survivingSecrets('x'.repeat(10_000), many)).toBe(false)
    expect(survivingSecrets(`${'x'.repeat(10_000)}secret-number-4711`, many)).toBe(true)
  })
})
