import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemaDigestOf } from '../../../format-tasks/schema-digest.ts'
import { addRegistry } from '../../../testing/catalogue.ts'
import { tasksOf } from '../../../testing/standing-still/held-task.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, buildTestApp, type TestApp } from '../../../testing/test-app.ts'

const schema = `db.login:\n  schema: '{{ required | format "\${password}" }}'\n# Größe\n`

let test: TestApp
let packUid: string
let uid: string

beforeAll(async () => {
  test = await buildTestApp()
  const registryUid = await addRegistry(db(), {
    name: 'Public Repo',
    packs: [{ name: 'page', version: '1.0.0', schema }],
  })
  packUid = (await db().packVersion.findFirstOrThrow({ where: { registryUid } })).uid
  uid = await addProfile(test, {
    tenantUid: stage().uid,
    layers: [{ values: 'a: 1\n', packUid, registryUid, schema }, {}],
  })
})
afterAll(async () => test.close())

const stage = () => test.fixtures.stage
const db = () => test.deps.tenantDb(stage().uid)
const tasksOfRead = () =>
  tasksOf(test.deps.workers, () =>
    test.app.inject({ url: `/v1/clusterprofiles/${uid}`, headers: as(stage().users.tenantAdmin) }),
  )

describe('the digest that a pack keeps of its schema', () => {
  it('is the one that layers are inspected with', async () => {
    const { schemaDigest } = await db().packVersion.findUniqueOrThrow({ where: { uid: packUid } })
    expect(schemaDigestOf(schema).endsWith(`:${schemaDigest}`)).toBe(true)
  })

  it('spares layers another inspection while the schema is the same', async () => {
    expect(await tasksOfRead()).toEqual([])
  })

  it('follows a schema that changes', async () => {
    await db().packVersion.update({ where: { uid: packUid }, data: { schema: `${schema}# more\n` } })
    expect(await tasksOfRead()).toEqual(['inspectLayers'])
  })
})
