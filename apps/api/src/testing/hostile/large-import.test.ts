import { afterAll, beforeAll, expect, it } from 'vitest'
import { addRegistry } from '../catalogue.ts'
import { packOf, profileJson } from '../documents.ts'
import { as } from '../test-app.ts'
import { watchEventLoop } from './event-loop-watch.ts'
import { importFileOf } from './multipart-body.ts'
import { buildWatchedApp, type WatchedApp } from './watched-app.ts'

/** A profile of 1.3 MB with a secret to find in every layer. */
const LAYERS = 1_000
const schema = 'a.password:\n  schema: \'{{ format "${password}" }}\'\n'

let test: WatchedApp

beforeAll(async () => {
  test = await buildWatchedApp()
  const packs = Array.from({ length: LAYERS }, (_none, at) => ({ name: `pack-${at}`, version: '1.0.0', schema }))
  await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), { name: 'Large', packs })
})
afterAll(() => test.close())

const valuesOf = (at: number, version: string) =>
  [
    `# of layer ${at}`,
    'a:',
    `  password: "hunter-${version}-${at}"`,
    '  region: "{{.spectro.system.cluster.name}}"',
    ...Array.from({ length: 12 }, () => `  # ${'x'.repeat(60)}`),
    'b: [1, 2, 3]\n',
  ].join('\n')

const file = (version: string) =>
  profileJson({
    name: 'large',
    version,
    packs: Array.from({ length: LAYERS }, (_none, at) =>
      packOf({
        name: `pack-${at}`,
        values: valuesOf(at, version),
        registry: { metadata: { name: 'Large', kind: 'pack' } },
      }),
    ),
  })

async function send(path: string, content: string) {
  const { payload, headers } = importFileOf(content)
  const { users, projects } = test.fixtures.stage
  const credentials = as(users.projectAdmin, projects.default)
  const stopWatching = watchEventLoop()
  const response = await fetch(`${test.address}/v1/clusterprofiles/import${path}`, {
    method: 'POST',
    body: new Uint8Array(payload),
    headers: { ...credentials, ...headers },
  })
  await response.arrayBuffer()
  process.stdout.write(`1,000 layers ${path}: the event loop ${JSON.stringify(stopWatching())}\n`)
  return response.status
}

it('other requests are answered while a profile of a thousand layers is planned, imported and compared', async () => {
  const answered: number[] = []
  let isOver = false
  const others = (async () => {
    while (!isOver) answered.push((await fetch(`${test.address}/readyz`)).status)
  })()
  const statuses = []
  for (const version of ['1.0.0', '1.0.1']) {
    statuses.push(await send('/validate', file(version)), await send('/file', file(version)))
  }
  isOver = true
  await others
  expect(statuses).toEqual([200, 201, 200, 201])
  expect(new Set(answered)).toEqual(new Set([200]))
})
