import { beforeEach, describe, expect, it } from 'vitest'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()
let from: string
let into: string

const SECRET = 'Given-abcd-efgh-1234'
const page = (values: string) => ({ name: 'page', type: 'manifest' as const, values })
const named = (name: string) => ({ name, type: 'manifest' as const, values: 'a: 1\n' })

beforeEach(async () => {
  const place = { tenantUid: stage().uid, scope: 'project', scopeUid: stage().projects.default } as const
  from = await addProfile(test, {
    ...place,
    layers: [named('low'), named('fresh'), page(`apiToken: ${SECRET}\nsize: 2\n`)],
    variables: [{ name: 'replicas', defaultValue: '3' }],
  })
  into = await addProfile(test, { ...place, layers: [named('low'), page('size: 1\n'), named('gone')] })
})

const stage = () => test.fixtures.stage
const inDefault = () => as(stage().users.projectAdmin, stage().projects.default)
const takeOver = (body: object, headers: Record<string, string> = inDefault()) =>
  test.app.inject({
    method: 'POST',
    url: `/v1/clusterprofiles/${into}/compare/take-over`,
    headers,
    payload: { from, kind: 'layer', part: 'page', ...body },
  })
const read = async (path = '') => test.app.inject({ url: `/v1/clusterprofiles/${into}${path}`, headers: inDefault() })
const draftLayers = async (): Promise<{ name: string; values: string }[]> => (await read()).json().spec.draft.packs

describe('POST /v1/clusterprofiles/{uid}/compare/take-over', () => {
  it('replaces the draft’s layer with the other profile’s, including secrets', async () => {
    expect((await takeOver({})).statusCode).toBe(200)
    expect(await draftLayers()).toMatchObject([{ name: 'low' }, { values: `apiToken: ${SECRET}\nsize: 2\n` }, {}])
  })

  it('adds a layer where the other profile has it', async () => {
    await takeOver({ part: 'fresh' })
    expect((await draftLayers()).map(({ name }) => name)).toEqual(['low', 'fresh', 'page', 'gone'])
  })

  it('removes a layer that the other profile does not have', async () => {
    await takeOver({ part: 'gone' })
    expect((await draftLayers()).map(({ name }) => name)).toEqual(['low', 'page'])
  })

  it('adds a variable', async () => {
    expect((await takeOver({ kind: 'variable', part: 'replicas' })).statusCode).toBe(200)
    const { variables } = (await read('/variables')).json()
    expect(variables).toMatchObject([{ name: 'replicas', defaultValue: '3' }])
  })

  it('does not find what neither side has', async () => {
    expect((await takeOver({ part: 'nowhere' })).statusCode).toBe(404)
  })

  it('is refused if the profile was changed since it was compared', async () => {
    const response = await takeOver({}, { ...inDefault(), 'if-match': '"of another time"' })
    expect([response.statusCode, response.json().code]).toEqual([412, 'ProfileChanged'])
    expect((await read()).json().spec.draft).toBeUndefined()
  })

  it('is refused to users who see masks in the layer', async () => {
    from = await addProfile(test, { tenantUid: stage().uid, layers: [page(`apiToken: ${SECRET}\n`)] })
    const response = await takeOver({})
    expect([response.statusCode, response.json().code]).toEqual([403, 'Forbidden'])
  })

  it('copies a layer without secrets for users who may not change its source', async () => {
    from = await addProfile(test, { tenantUid: stage().uid, layers: [page('size: 7\n')] })
    expect((await takeOver({})).statusCode).toBe(200)
  })

  it('keeps masked what was marked as secret there', async () => {
    const mark = { layerName: 'page', path: 'size', verdict: 'secret' }
    const url = `/v1/clusterprofiles/${from}/secrets/marks`
    const marked = await test.app.inject({ method: 'PUT', url, headers: inDefault(), payload: { marks: [mark] } })
    expect(marked.statusCode).toBeLessThan(300)
    await takeOver({})
    const exported = await read('/export?format=yaml')
    const draft = await test.app.inject({
      url: `/v1/clusterprofiles/${into}`,
      headers: as(stage().users.projectViewer, stage().projects.default),
    })
    expect(exported.statusCode).toBe(200)
    expect(JSON.stringify(draft.json().spec.draft)).not.toContain('size: 2')
  })
})

describe('a take-over', () => {
  const published = async () =>
    addProfile(test, {
      tenantUid: stage().uid,
      scope: 'project',
      scopeUid: stage().projects.default,
      layers: [named('low'), page(`apiToken: ${SECRET}\nsize: 1\n`), named('gone')],
      variables: [{ name: 'old', defaultValue: '1' }],
    })
  const undoOf = async (body: object): Promise<string> => (await takeOver(body)).json().undo
  const takeBack = (undo: string, headers = inDefault()) =>
    test.app.inject({
      method: 'POST',
      url: `/v1/clusterprofiles/${into}/compare/take-over`,
      headers,
      payload: { undo },
    })
  const spec = async () => (await read()).json().spec

  beforeEach(async () => {
    into = await published()
  })

  it.each([
    ['a layer that was replaced', { part: 'page' }],
    ['a layer that was added', { part: 'fresh' }],
    ['a layer that was removed', { part: 'gone' }],
    ['a variable that was added', { kind: 'variable', part: 'replicas' }],
    ['a variable that was removed', { kind: 'variable', part: 'old' }],
  ])('can be undone: %s, and no draft is left', async (_what, body) => {
    const before = [await spec(), (await read('/variables')).json()]
    const undo = await undoOf(body)
    expect(undo).not.toContain(SECRET)
    expect((await spec()).draft).toBeDefined()
    expect((await takeBack(undo)).statusCode).toBe(200)
    expect([await spec(), (await read('/variables')).json()]).toEqual(before)
  })

  it('can be undone within an existing draft, including secrets', async () => {
    await takeOver({ part: 'fresh' })
    const undo = await undoOf({ part: 'page' })
    await takeBack(undo)
    expect(await draftLayers()).toMatchObject([
      { name: 'low' },
      { name: 'fresh' },
      { name: 'page', values: `apiToken: ${SECRET}\nsize: 1\n` },
      { name: 'gone' },
    ])
  })

  it('can be redone with the answer to undoing it', async () => {
    const back = await takeBack(await undoOf({ part: 'fresh' }))
    await takeBack(back.json().undo)
    expect((await draftLayers()).map(({ name }) => name)).toContain('fresh')
  })

  it('cannot be undone if the profile was changed since', async () => {
    const undo = await undoOf({ part: 'page' })
    await takeOver({ part: 'fresh' })
    const response = await takeBack(undo)
    expect([response.statusCode, response.json().code]).toEqual([412, 'ProfileChanged'])
    expect((await draftLayers()).map(({ name }) => name)).toContain('fresh')
  })

  it('can be undone only by its author, and only in its profile', async () => {
    const undo = await undoOf({ part: 'page' })
    const theirs = await takeBack(undo, as(stage().users.tenantAdmin, stage().projects.default))
    into = await published()
    for (const response of [theirs, await takeBack(undo), await takeBack('nothing')]) {
      expect([response.statusCode, response.json().code]).toEqual([422, 'InvalidRequest'])
    }
  })
})
