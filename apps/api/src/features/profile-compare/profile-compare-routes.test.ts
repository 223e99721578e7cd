import { describe, expect, it } from 'vitest'
import { addProfile } from '../../testing/profiles.ts'
import { createUser } from '../../testing/fixtures.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage

const pin = (defaultValue: string) => ({ name: 'pin', defaultValue, isSensitive: true })
const values = (secrets: string, size: number) =>
  `apiToken: ${secrets}\nfirstPassword: Equal-4711-Both\nsize: ${size}\n`
const layersOf = (token: string, size: number) => [
  { name: 'page', type: 'manifest' as const, values: values(token, size) },
  { name: 'calm', type: 'manifest' as const, values: 'a: 1\n' },
]

const tenantUid = stage().uid
const gone = { name: 'gone', type: 'manifest' as const }
const left = await addProfile(test, {
  tenantUid,
  name: 'web',
  layers: [...layersOf('Left-abcd-efgh-1234', 1), gone],
  variables: [pin('Left-pin-9932')],
})
const fresh = { name: 'fresh', type: 'manifest' as const }
const right = await addProfile(test, {
  tenantUid,
  name: 'web',
  version: '1.1.0',
  layers: [fresh, ...layersOf('Right-zyxw-vuts-9876', 2).toReversed()],
  variables: [pin('Right-pin-1177')],
})
const other = test.fixtures.stage.projects.other
const elsewhere = await addProfile(test, { tenantUid, scope: 'project', scopeUid: other, layers: layersOf('x', 1) })

const admin = () => as(stage().users.tenantAdmin)
const viewer = () => as(stage().users.tenantViewer)
/** Adds a user with a role in both projects and none in the tenant. */
async function inBothProjects() {
  const { uid: tenantUid, projects } = stage()
  const roles = Object.values(projects).map((scopeUid) => ({ scopeUid, role: 'Project Viewer' }))
  const user = await createUser(test.deps.prisma, { tenantUid, email: 'both@stage.test', roles })
  return as(user, projects.default)
}
const compare = (pair: [string, string], headers = admin()) =>
  test.app.inject({ url: `/v1/clusterprofiles/${pair[0]}/compare?with=${pair[1]}`, headers })
const verdicts = (body: { secrets: { path: string; verdict: string }[] }) =>
  Object.fromEntries(body.secrets.map(({ path, verdict }) => [path, verdict]))

describe('GET /v1/clusterprofiles/{uid}/compare', () => {
  it('names layers that were added, removed, moved and changed', async () => {
    const { layers } = (await compare([left, right])).json()
    const marks = layers.map(({ name, mark }: { name: string; mark: string }) => [name, mark])
    expect(marks).toEqual([
      ['fresh', 'added'],
      ['calm', 'same'],
      ['page', 'changed'],
      ['gone', 'removed'],
    ])
    expect(layers.filter(({ isMoved }: { isMoved: boolean }) => isMoved)).toHaveLength(1)
  })

  it('shows changed texts with secrets masked on both sides, even to users who may change the profiles', async () => {
    const { body } = await compare([left, right])
    expect(body).toContain('size: 1')
    expect(body).toContain('size: 2')
    expect(body).not.toMatch(/abcd-efgh|zyxw|Equal-4711|pin-9932|pin-1177/)
  })

  it('says which secrets are equal without showing them', async () => {
    expect(verdicts((await compare([left, right])).json())).toEqual({
      apiToken: 'differs',
      firstPassword: 'same',
      pin: 'differs',
    })
  })

  it('does not say whether secrets are equal to users who may change neither side', async () => {
    const response = await compare([left, right], viewer())
    expect(response.json().maySeeSecrets).toBe(false)
    expect(new Set(Object.values(verdicts(response.json())))).toEqual(new Set(['unknown']))
  })

  it('does not say whether secrets are equal to users who may change only one side', async () => {
    const place = { scope: 'project', scopeUid: stage().projects.default } as const
    const own = await addProfile(test, { tenantUid: stage().uid, ...place, layers: layersOf('Left-abcd-efgh-1234', 1) })
    const headers = as(stage().users.projectAdmin, stage().projects.default)
    const { secrets } = (await compare([left, own], headers)).json()
    expect(verdicts({ secrets })).toEqual({ apiToken: 'unknown', firstPassword: 'unknown', pin: 'left' })
  })

  it('gives a viewer the same answer whether only a secret differs or nothing', async () => {
    const tenantUid = stage().uid
    const add = (token: string) =>
      addProfile(test, { tenantUid, name: 'twin', version: token, layers: layersOf(`Twin-${token}-abcd-efgh`, 1) })
    const [one, two] = [await add('1.0.0'), await add('1.0.1')]
    const differing = (await compare([one, two], viewer())).json()
    const equal = (await compare([one, one], viewer())).json()
    expect(differing.layers).toEqual(equal.layers)
    expect(differing.secrets).toEqual(equal.secrets)
  })

  it('finds no difference between a profile and itself', async () => {
    const { changes, layers } = (await compare([left, left])).json()
    expect(changes).toEqual([])
    expect(layers.map(({ mark }: { mark: string }) => mark)).toEqual(['same', 'same', 'same'])
  })

  it.each(['left', 'right'])('does not find a profile of another project on the %s', async (side) => {
    const headers = as(stage().users.projectAdmin, stage().projects.default)
    const response = await compare(side === 'left' ? [elsewhere, right] : [left, elsewhere], headers)
    expect(response.statusCode).toBe(404)
  })

  it('compares with a profile in another project of the same user', async () => {
    const headers = await inBothProjects()
    const url = `/v1/clusterprofiles/${right}/compare?with=${elsewhere}`
    const other = stage().projects.other
    const response = await test.app.inject({ url: `${url}&withProjectUid=${other}`, headers })
    expect([response.statusCode, response.json().right?.uid]).toEqual([200, elsewhere])
  })

  it('does not enter other users’ projects for the right side', async () => {
    const headers = as(stage().users.projectAdmin, stage().projects.default)
    const url = `/v1/clusterprofiles/${right}/compare?with=${elsewhere}&withProjectUid=${stage().projects.other}`
    expect((await test.app.inject({ url, headers })).statusCode).toBe(404)
  })
})

describe('POST /v1/clusterprofiles/{uid}/compare/file', () => {
  const packs = (token: string) => [{ name: 'page', type: 'manifest', layer: 'addon', values: values(token, 2) }]
  const fileOf = (token: string) => ({
    metadata: { name: 'brought' },
    spec: { version: '3.0.0', template: { type: 'add-on', cloudType: 'all', packs: packs(token) } },
  })
  const compareFile = (payload: string | object, headers = admin()) =>
    test.app.inject({ method: 'POST', url: `/v1/clusterprofiles/${left}/compare/file`, headers, payload })

  it('compares a profile with a file, secrets masked on both sides', async () => {
    const response = await compareFile(fileOf('Brought-abcd-efgh-77'))
    expect(response.json()).toMatchObject({ right: { uid: '', name: 'brought', version: '3.0.0', scope: 'file' } })
    expect(response.body).toContain('size: 2')
    expect(response.body).not.toMatch(/abcd-efgh|Equal-4711|pin-9932/)
  })

  it('says which secrets are equal to users who may change the profile', async () => {
    const { secrets } = (await compareFile(fileOf('Brought-abcd-efgh-77'))).json()
    expect(verdicts({ secrets })).toEqual({ apiToken: 'differs', firstPassword: 'same', pin: 'left' })
  })

  it('reveals nothing to somebody who tries guesses with a file', async () => {
    const { secrets } = (await compareFile(fileOf('Left-abcd-efgh-1234'), viewer())).json()
    expect(verdicts({ secrets })).toEqual({ apiToken: 'unknown', firstPassword: 'unknown', pin: 'left' })
  })

  it('refuses a file that is not a profile, with the place of the fault', async () => {
    const headers = { ...admin(), 'content-type': 'application/json' }
    const response = await compareFile('{"metadata": ', headers)
    expect([response.statusCode, response.json().code]).toEqual([400, 'MalformedJson'])
  })

  it('stores nothing of the file', async () => {
    const before = await test.deps.tenantDb(stage().uid).profile.count()
    await compareFile(fileOf('Brought-abcd-efgh-77'))
    expect(await test.deps.tenantDb(stage().uid).profile.count()).toBe(before)
  })
})
