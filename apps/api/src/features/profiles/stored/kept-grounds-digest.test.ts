import { beforeEach, describe, expect, it } from 'vitest'
import { groundsDigestOf } from '../../../format-tasks/inspect/grounds-digest.ts'
import { newUid } from '../../../platform/database/uid.ts'
import { addRegistry } from '../../../testing/catalogue.ts'
import { tasksOf } from '../../../testing/workers/held-task.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const schema = `db.login:\n  schema: '{{ required | format "\${password}" }}'\n# Größe\n`

const defaults = 'a: 0\n# Größe\n'

const test = await openTestApp()
const db = () => test.deps.tenantDb(stage().uid)
const stage = () => test.fixtures.stage

let packUid: string
let uid: string
beforeEach(async () => {
  const packs = [{ name: 'page', version: '1.0.0', schema, values: defaults }]
  const registryUid = await addRegistry(db(), { name: newUid(), packs })
  packUid = (await db().packVersion.findFirstOrThrow({ where: { registryUid } })).uid
  const layers = [{ values: 'a: 1\n', packUid, registryUid, schema, defaults }, {}]
  uid = await addProfile(test, { tenantUid: stage().uid, layers })
})

const tasksOfRead = () =>
  tasksOf(test.deps.workers, () =>
    test.app.inject({ url: `/v1/clusterprofiles/${uid}`, headers: as(stage().users.tenantAdmin) }),
  )

describe('the digest of a pack’s schema and values', () => {
  it('is the one that layers are inspected with', async () => {
    const { groundsDigest } = await db().packVersion.findFirstOrThrow({ where: { uid: packUid } })
    expect(groundsDigestOf({ schema, defaults }).endsWith(`:${groundsDigest}`)).toBe(true)
  })

  it('saves layers another inspection while both are the same', async () => {
    expect(await tasksOfRead()).toEqual([])
  })

  it('follows a changed schema', async () => {
    await db().packVersion.update({ where: { uid: packUid }, data: { schema: `${schema}# more\n` } })
    expect(await tasksOfRead()).toEqual(['inspectLayers'])
  })

  it('follows changed values, and layers store what is found then', async () => {
    await db().packVersion.update({ where: { uid: packUid }, data: { values: `${defaults}# more\n` } })
    expect(await tasksOfRead()).toEqual(['inspectLayers'])
    expect(await tasksOfRead()).toEqual([])
  })
})
