import { expect, test } from 'vitest'
import { serve } from '../../../../testing/server.ts'
import { readVersionMerge } from './read-version-merge.ts'

const DEFAULTS: Record<string, string> = {
  '1.2.0': 'image: relay:1.2\nreplicas: 1\n',
  '1.3.1': 'image: relay:1.3\nreplicas: 1\nprobe: true\n',
}

const version = (number: string) => ({
  uid: number,
  version: number,
  registryUid: 'r',
  registryName: 'R',
  isRemoved: false,
})

const pack = (number: string, more: object = {}) => ({
  uid: number,
  name: 'relay',
  version: number,
  registry: { uid: 'r', name: 'Our registry', kind: 'oci' },
  content: 'read',
  values: DEFAULTS[number],
  schemaText: '',
  readme: '',
  versions: Object.keys(DEFAULTS).map(version),
  ...more,
})

const connection = { baseUrl: '', projectUid: 'p' }
const asked = (fromVersion: string) =>
  readVersionMerge(
    connection,
    { fromVersion, packUid: '1.3.1', values: 'image: relay:1.2\nreplicas: 3\n' },
    new AbortController().signal,
  )

const serveBoth = (more: object = {}) =>
  serve({
    'GET /v1/console/packs/1.3.1': () => Response.json(pack('1.3.1', more)),
    'GET /v1/console/packs/1.2.0': () => Response.json(pack('1.2.0')),
  })

test('what only the file changed is merged into the new defaults', async () => {
  serveBoth()
  const found = await asked('1.2.0')
  expect(found).toMatchObject({
    state: 'merged',
    from: '1.2.0',
    merge: { text: 'image: relay:1.3\nreplicas: 3\nprobe: true\n', conflicts: [] },
  })
})

test('the nearest version replaces one that is not here', async () => {
  serveBoth()
  expect(await asked('1.2.7')).toMatchObject({ state: 'merged', from: '1.2.0' })
})

test('differences become conflicts if no other version is here', async () => {
  serveBoth({ versions: [version('1.3.1')] })
  const found = await asked('1.2.0')
  expect(found).toMatchObject({ state: 'merged', from: null, merge: { conflicts: [{ kind: 'both-added' }, {}] } })
})

test('defaults that cannot be read from their registry are not merged', async () => {
  serveBoth({ content: 'unavailable', values: '' })
  expect(await asked('1.2.0')).toEqual({ state: 'unreadable', registryName: 'Our registry' })
})
