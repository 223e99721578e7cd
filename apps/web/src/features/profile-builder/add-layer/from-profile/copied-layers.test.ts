import { MASK } from '@waybill/layer-text'
import { expect, test } from 'vitest'
import { NO_TEXTS, type OpenedLayer } from '../../state/builder-texts.ts'
import { addLayer, layerIn, manifestKey, stackOf, valuesKey } from '../../state/stack-texts.ts'
import { layerOfManifests } from '../new-layer.ts'
import { copiableLayers, withCopies } from './copied-layers.ts'

const opened = (name: string, more: Partial<OpenedLayer> = {}): OpenedLayer =>
  ({
    ...layerOfManifests(name),
    type: 'spectro',
    values: 'a: 1\n',
    manifestTexts: [],
    manifests: [],
    params: {},
    annotations: {},
    presets: [],
    schema: [],
    digest: '',
    logo: '',
    server: '',
    registryKind: '',
    ...more,
  }) as OpenedLayer

const here = ['below', 'above'].reduce(
  (texts, name) => addLayer(texts, { facts: layerOfManifests(name), content: { values: 'x: 1\n', manifests: [] } }),
  NO_TEXTS,
)
const shape = { type: 'add-on', cloudType: 'all' } as const

test('a layer that cannot be added here says why, and secrets are counted', () => {
  const layers = [
    opened('below'),
    opened('os', { layer: 'os' }),
    opened('page', {
      values: `password: ${MASK}\n`,
      manifestTexts: [{ uid: 'u', name: 'm', content: `key: ${MASK}\n` }],
    }),
  ]
  expect(copiableLayers(layers, { texts: here, shape }).map(({ reason, masks }) => [reason, masks])).toEqual([
    ['The profile already has a layer of this name.', 0],
    [expect.stringMatching(/^Another layer of the kind .+ cannot be added here\.$/), 0],
    ['', 2],
  ])
})

test('copies keep their order above the named layer, with new manifests', () => {
  const page = opened('page', { manifestTexts: [{ uid: 'u', name: 'm', content: 'b: 2\n' }] })
  const texts = withCopies(here, [page, opened('proxy')], 'below')
  expect(stackOf(texts).map(({ name }) => name)).toEqual(['below', 'page', 'proxy', 'above'])
  expect(texts[valuesKey('page')]).toBe('a: 1\n')
  expect(texts[manifestKey('page', 'm')]).toBe('b: 2\n')
  expect(layerIn(texts, 'page')?.manifests).toEqual([{ uid: '', name: 'm' }])
})

test('copies go on top of the stack if no layer is named', () => {
  const texts = withCopies(here, [opened('page'), opened('proxy')], undefined)
  expect(stackOf(texts).map(({ name }) => name)).toEqual(['below', 'above', 'page', 'proxy'])
})
