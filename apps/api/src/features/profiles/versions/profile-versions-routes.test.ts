import { describe, expect, it } from 'vitest'
import { createUser } from '../../../testing/fixtures.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()
const { stage } = test.fixtures
const layers = [
  { type: 'manifest' as const, name: 'm', values: '', manifests: [{ name: 'one', content: 'kind: A\n' }] },
]
const source = await addProfile(test, {
  tenantUid: stage.uid,
  scope: 'project',
  scopeUid: stage.projects.default,
  name: 'traced',
  layers,
})

const inDefault = () => as(test.fixtures.stage.users.projectAdmin, test.fixtures.stage.projects.default)
const versionsOf = async (uid: string) =>
  (await test.app.inject({ url: `/v1/console/clusterprofiles/${uid}/versions`, headers: inDefault() })).json().items
const clone = async (uid: string, metadata: object, headers = inDefault()): Promise<string> => {
  const url = `/v1/clusterprofiles/${uid}/clone`
  return (await test.app.inject({ method: 'POST', url, headers, payload: { metadata } })).json().uid
}

describe('clones of a profile', () => {
  const clonesOf = async (uids: readonly string[], headers = inDefault()) =>
    (await test.app.inject({ url: `/v1/console/clusterprofiles/clones?uids=${uids.join(',')}`, headers })).json().items

  it('are listed with their project, and only counted if the caller does not see them', async () => {
    const { stage } = test.fixtures
    const made = { tenantUid: stage.uid, clonedFromUid: source, scope: 'project' as const, version: '1.0.0' }
    const [first] = await clonesOf([source])
    const uid = await addProfile(test, { ...made, scopeUid: stage.projects.default, name: 'a-named' })
    await addProfile(test, { ...made, scopeUid: stage.projects.other, name: 'elsewhere' })
    const [{ clones, others }] = await clonesOf([source])
    expect(clones.find(({ name }: { name: string }) => name === 'a-named')).toEqual({
      uid,
      name: 'a-named',
      version: '1.0.0',
      project: 'Default',
    })
    expect([clones.length - (first?.clones.length ?? 0), others]).toEqual([1, 1])
    expect((await clonesOf([source], as(stage.users.tenantAdmin)))[0].others).toBe(0)
  })

  it('are empty for a profile without clones, and for an unknown one', async () => {
    expect(await clonesOf([await clone(source, { name: 'childless', version: '1.0.0' }), 'nothing'])).toEqual([])
  })
})

describe('versions of a profile', () => {
  it('show how many values each still lacks', async () => {
    const uid = await clone(source, { name: 'lacking', version: '1.0.0' })
    await clone(uid, { name: 'lacking', version: '1.1.0' })
    await test.deps.prisma.profile.update({ where: { uid }, data: { emptyCount: 2 } })
    const counts = (await versionsOf(uid)).map(({ emptyValues }: { emptyValues: number }) => emptyValues)
    expect(counts).toEqual([0, 2])
  })

  it('show who created a clone, and from what', async () => {
    const { uid: author, email } = test.fixtures.stage.users.projectAdmin
    await test.deps.prisma.user.update({ where: { uid: author }, data: { firstName: 'Ada', lastName: 'Lovelace' } })
    const uid = await clone(source, { name: 'traced', version: '1.1.0' })
    const [newest] = await versionsOf(source)
    expect(newest).toMatchObject({
      uid,
      version: '1.1.0',
      author: email,
      authorName: 'Ada Lovelace',
      origin: { kind: 'cloned', from: { uid: source, name: 'traced' } },
    })
  })

  it('show no source that is gone', async () => {
    const first = await clone(source, { name: 'orphan', version: '1.0.0' })
    const second = await clone(first, { name: 'orphan', version: '1.1.0' })
    await test.app.inject({ method: 'DELETE', url: `/v1/clusterprofiles/${first}`, headers: inDefault() })
    expect(await versionsOf(second)).toMatchObject([{ origin: { kind: 'cloned', from: null } }])
  })

  it('show that a version was created here', async () => {
    const spec = { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs: [] } }
    const payload = { metadata: { name: 'made-here' }, spec }
    const answer = await test.app.inject({ method: 'POST', url: '/v1/clusterprofiles', headers: inDefault(), payload })
    expect(await versionsOf(answer.json().uid)).toMatchObject([{ state: 'draft', origin: { kind: 'made' } }])
  })

  it('keep their author’s name after the author is gone', async () => {
    const { stage } = test.fixtures
    const email = 'leaving@stage.test'
    const roles = [{ scopeUid: stage.projects.default, role: 'Project Admin' }]
    const author = await createUser(test.deps.prisma, { tenantUid: stage.uid, email, roles })
    const made = await clone(source, { name: 'outlived', version: '1.0.0' }, as(author, stage.projects.default))
    const admin = as(stage.users.tenantAdmin)
    await test.app.inject({ method: 'DELETE', url: `/v1/users/${author.uid}`, headers: admin })
    const url = `/v1/console/clusterprofiles/${made}/versions`
    const headers = as(stage.users.tenantAdmin, stage.projects.default)
    expect((await test.app.inject({ url, headers })).json().items[0]).toMatchObject({
      author: email,
      authorName: email,
    })
  })
})
