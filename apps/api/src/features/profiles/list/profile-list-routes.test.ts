import { describe, expect, it } from 'vitest'
import { addHolder } from '../../../testing/own-roles.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'
import { fillShownTexts } from '../write/shown-texts-repository.ts'

/** Generated for this test. */
const TOKEN = `ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0hL3nR6'}`

const test = await openTestApp()

const { uid: tenantUid, projects } = test.fixtures.stage
const add = (name: string, fields: object = {}) => addProfile(test, { tenantUid, name, ...fields })
await add('base', { version: '1.9.0', type: 'infra', cloudType: 'aws', labels: { team: 'Core', AI: 'spectro__tag' } })
await add('base', {
  version: '1.10.0',
  type: 'infra',
  cloudType: 'aws',
  labels: { team: 'Core', AI: 'spectro__tag' },
})
const masked = { description: 'For the Shop, password=Tr0ub4dor-3x', labels: { Token: TOKEN } }
await add('apps', { ...masked, isPublished: false })
const project = { scope: 'project', scopeUid: projects.default }
await add('mine', { ...project, cloudType: 'azure', layers: [{ name: 'one' }, { name: 'two', packUid: 'x' }] })
await add('base', { ...project, version: '2.0.0' })
await add('foreign', { scope: 'project', scopeUid: projects.other })
await addProfile(test, { tenantUid: test.fixtures.dev.uid, name: 'other-tenant' })

const inProject = () => as(test.fixtures.stage.users.projectViewer, test.fixtures.stage.projects.default)
const inTenant = () => as(test.fixtures.stage.users.tenantAdmin)

const list = async (payload: object = {}, { query = '', headers = inProject() } = {}) => {
  const url = `/v1/dashboard/clusterprofiles${query}`
  const response = await test.app.inject({ method: 'POST', url, headers, payload })
  return { status: response.statusCode, body: response.json() }
}

interface Listed {
  body: { items: { metadata: { name: string }; specSummary: { version: string } }[] }
}
const names = ({ body }: Listed) => body.items.map((item) => `${item.metadata.name} ${item.specSummary.version}`)
const byName = { sort: [{ field: 'profileName', order: 'asc' }] }
const filtered = async (filter: object) => names(await list({ filter, ...byName }))

describe('GET /v1/clusterprofiles, which older clients and scripts call', () => {
  const listed = async (query = '', headers = inProject()) => {
    const response = await test.app.inject({ url: `/v1/clusterprofiles${query}`, headers })
    return { status: response.statusCode, body: response.json() }
  }
  interface Versions {
    body: { items: { metadata: { name: string }; spec: { version: string } }[] }
  }
  const versions = ({ body }: Versions) => body.items.map((item) => `${item.metadata.name} ${item.spec.version}`)

  it('lists every version as an item of its own, in a project the tenant’s too', async () => {
    expect(versions(await listed())).toEqual(['apps 1.0.0', 'base 2.0.0', 'base 1.10.0', 'base 1.9.0', 'mine 1.0.0'])
    expect(versions(await listed('', inTenant()))).toEqual(['apps 1.0.0', 'base 1.10.0', 'base 1.9.0'])
  })

  it('has the same fields as a single profile, without texts', async () => {
    const { body } = await listed('?filters=metadata.name=mine')
    expect(body.items).toMatchObject([
      {
        kind: 'ClusterProfile',
        metadata: { name: 'mine', uid: expect.any(String), annotations: { scope: 'project' } },
        spec: {
          version: '1.0.0',
          published: {
            type: 'add-on',
            cloudType: 'azure',
            profileVersion: '1.0.0',
            packs: [{ name: 'one' }, { name: 'two' }],
          },
        },
        status: { isPublished: true },
      },
    ])
    expect(Object.keys(body.items[0].spec.published.packs[0])).not.toContain('values')
  })

  it('does not repeat all versions of a name with each of them', async () => {
    const { body } = await listed('?filters=metadata.name=base')
    expect(body.items.map(({ spec }: { spec: object }) => Object.keys(spec))).toEqual(
      Array.from({ length: 3 }, () => ['version', 'published']),
    )
  })

  it('finds the versions of a name, in the requested order', async () => {
    expect(versions(await listed('?filters=metadata.name=base&orderBy=spec.version=1'))).toEqual([
      'base 1.9.0',
      'base 1.10.0',
      'base 2.0.0',
    ])
  })

  it('pages, and returns everything for limit=0', async () => {
    const first = await listed('?limit=3&offset=0')
    expect(first.body.listmeta).toMatchObject({ count: 5, limit: 3, offset: 0 })
    const token = encodeURIComponent(first.body.listmeta.continue)
    expect(versions(await listed(`?limit=3&continue=${token}`))).toEqual(['base 1.9.0', 'mine 1.0.0'])
    const whole = await listed('?limit=0')
    expect([whole.body.items.length, whole.body.listmeta.continue]).toEqual([5, ''])
  })

  it('reads one complete list at a time, so that other requests find a connection', async () => {
    const lists = await test.deps.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE profiles IN ACCESS EXCLUSIVE MODE`
      const asked = Array.from({ length: 4 }, () => listed('?limit=0'))
      const readers = async () => {
        const [row] = await tx.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int FROM pg_locks WHERE NOT granted AND relation = 'profiles'::regclass`
        return row?.count
      }
      await expect.poll(readers).toBe(1)
      expect((await test.app.inject({ url: '/v1/users/info', headers: inTenant() })).statusCode).toBe(200)
      expect(await readers()).toBe(1)
      return asked
    })
    expect((await Promise.all(lists)).map(({ status }) => status)).toEqual(lists.map(() => 200))
  })

  it('is found with a trailing slash, as the first clients wrote it', async () => {
    const response = await test.app.inject({ url: '/v1/clusterprofiles/', headers: inTenant() })
    expect([response.statusCode, response.json().items.length]).toEqual([200, 3])
  })

  it('names the token that is not of a previous page', async () => {
    const answer = await listed('?continue=50')
    expect([answer.status, answer.body.message]).toEqual([400, 'The request is not understood. (parameter: continue)'])
  })

  it('refuses unknown filters', async () => {
    expect(await listed('?filters=spec.secret=a')).toMatchObject({ status: 400, body: { code: 'BadRequest' } })
  })

  it('masks what the caller may not see', async () => {
    const { body } = await listed('?filters=metadata.name=apps')
    expect(body.items[0].metadata.annotations.description).toBe('For the Shop, password=********')
    expect(JSON.stringify(body)).not.toContain(TOKEN)
  })
})

describe('POST /v1/dashboard/clusterprofiles', () => {
  it('lists the newest version of each name, in a project the tenant’s too', async () => {
    expect(names(await list(byName))).toEqual(['apps 1.0.0', 'base 2.0.0', 'base 1.10.0', 'mine 1.0.0'])
    expect(names(await list(byName, { headers: inTenant() }))).toEqual(['apps 1.0.0', 'base 1.10.0'])
  })

  it('shows nothing of another tenant', async () => {
    const headers = as(test.fixtures.dev.users.tenantViewer)
    expect(names(await list({}, { headers }))).toEqual(['other-tenant 1.0.0'])
  })

  it.each([
    [
      'masks a secret in a description for who may not change the profile',
      inProject,
      'For the Shop, password=********',
    ],
    ['shows it to an API key of who may change it', inTenant, 'For the Shop, password=Tr0ub4dor-3x'],
  ])('%s', async (_title, headers, description) => {
    const { body } = await list({ filter: { profileName: { eq: 'apps' } } }, { headers: headers() })
    expect(body.items[0].metadata.annotations.description).toBe(description)
  })

  it.each<[string, object]>([
    ['search finds what is masked in a description', { search: 'password=Tr' }],
    ['search finds what is masked in a label', { search: 'ghp_' }],
    ['tags begin with what is masked', { tags: { beginsWith: ['token:ghp_'], ignoreCase: false } }],
    ['tags are what is masked', { tags: { eq: [`token:${TOKEN}`], ignoreCase: false } }],
    ['tags begin with what is masked in any case', { tags: { beginsWith: ['token:ghp_'] } }],
  ])('reveals nothing of what is behind a mask: %s', async (_title, filter) => {
    expect(await filtered(filter)).toEqual([])
    expect(names(await list({ filter }, { headers: inTenant() }))).toEqual([])
  })

  it('finds the text shown around a mask, and the mask', async () => {
    expect(await filtered({ search: 'password=***' })).toEqual(['apps 1.0.0'])
    expect(await filtered({ tags: { eq: ['Token'], ignoreCase: false } })).toEqual(['apps 1.0.0'])
  })

  it('finds letters whose lower case has more than one form', async () => {
    const rename = (from: string, to: string) =>
      test.deps.prisma.profile.updateMany({ where: { name: from }, data: { name: to } })
    await rename('mine', 'k-İst ΣΑΣ')
    expect(await filtered({ search: 'k-İst ΣΑΣ' })).toEqual(['k-İst ΣΑΣ 1.0.0'])
    await rename('k-İst ΣΑΣ', 'mine')
  })

  it('finds older profiles once their shown texts are known', async () => {
    const { prisma } = test.deps
    await prisma.profile.updateMany({
      where: { name: { in: ['apps', 'mine'] } },
      data: { shownDescription: null, shownTags: [], tags: [`Token:${TOKEN}`.toLowerCase()] },
    })
    expect(await filtered({ search: 'shop' })).toEqual([])
    expect(await fillShownTexts(test.deps)).toBe(2)
    expect(await filtered({ search: 'shop' })).toEqual(['apps 1.0.0'])
    expect(await filtered({ search: 'ghp_' })).toEqual([])
    expect(await fillShownTexts(test.deps)).toBe(0)
  })

  it('returns a summary with versions and layers', async () => {
    const { body } = await list({ filter: { profileName: { eq: 'base' }, scopes: ['tenant'] } })
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      metadata: { annotations: { scope: 'tenant' }, labels: { team: 'Core', AI: 'spectro__tag' } },
      specSummary: {
        versions: [{ version: '1.10.0' }, { version: '1.9.0' }],
        published: { type: 'infra', cloudType: 'aws', packs: [{ name: 'layer-0', layer: 'addon', tag: '' }] },
      },
      status: { isPublished: true, isInvalid: false },
    })
  })

  it.each([
    [{ profileName: { contains: 'AS' } }, ['base 1.10.0', 'base 2.0.0']],
    [{ profileName: { contains: 'AS', ignoreCase: false } }, []],
    [{ profileName: { beginsWith: 'mi' } }, ['mine 1.0.0']],
    [{ profileName: { ne: 'base' } }, ['apps 1.0.0', 'mine 1.0.0']],
    [{ profileType: ['infra'] }, ['base 1.10.0']],
    [{ environment: ['azure'] }, ['mine 1.0.0']],
    [{ environment: ['all'] }, ['apps 1.0.0', 'base 1.10.0', 'base 2.0.0', 'mine 1.0.0']],
    [{ tags: { eq: ['team:core'] } }, ['base 1.10.0']],
    [{ tags: { eq: ['ai', 'nobody'] } }, ['base 1.10.0']],
    [{ tags: { ne: ['Team'] } }, ['apps 1.0.0', 'base 2.0.0', 'mine 1.0.0']],
    [{ tags: { beginsWith: ['TEAM:C', 'x'] } }, ['base 1.10.0']],
    [{ tags: { beginsWith: ['ore'] } }, []],
    [{ tags: { eq: ['team:Core'], ignoreCase: false } }, ['base 1.10.0']],
    [{ tags: { eq: ['team:core'], ignoreCase: false } }, []],
    [{ tags: { beginsWith: ['A'], ignoreCase: false } }, ['base 1.10.0']],
    [{ version: { eq: '1.9.0' } }, ['base 1.9.0']],
    [{ version: { ne: '1.10.0' } }, ['apps 1.0.0', 'base 1.9.0', 'base 2.0.0', 'mine 1.0.0']],
    [{ version: { beginsWith: '1.9' } }, ['base 1.9.0']],
    [{ version: { gt: '1.9.0' } }, ['base 1.10.0', 'base 2.0.0']],
    [{ version: { gt: '1.9', lt: '2.0' } }, ['base 1.10.0']],
    [{ version: { lt: '1.10.0' } }, ['apps 1.0.0', 'base 1.9.0', 'mine 1.0.0']],
    [{ scope: 'project' }, ['base 2.0.0', 'mine 1.0.0']],
    [{ scope: 'project', scopes: ['tenant'] }, []],
    [{ fips: 'full' }, []],
    [{ fips: 'unknown', scope: 'project' }, ['base 2.0.0', 'mine 1.0.0']],
    [{ states: ['draft'] }, ['apps 1.0.0']],
    [{ states: ['invalid'] }, []],
    [{ search: 'shop' }, ['apps 1.0.0']],
    [{ search: 'CORE' }, ['base 1.10.0']],
    [{ search: '%' }, []],
    [{ profileType: null, environment: [], tags: null }, ['apps 1.0.0', 'base 1.10.0', 'base 2.0.0', 'mine 1.0.0']],
  ])('filters by %o', async (filter, expected) => {
    expect((await filtered(filter)).toSorted()).toEqual(expected)
  })

  it('refuses to filter by missing macros for users who may not list macros', async () => {
    const mayNotListMacros = as(await addHolder(test, ['clusterProfile.list']))
    const payload = { filter: { states: ['draft', 'missingMacros'] } }
    const answer = await test.app.inject({
      method: 'POST',
      url: '/v1/dashboard/clusterprofiles',
      headers: mayNotListMacros,
      payload,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
  })

  it('pages with a token, counting all', async () => {
    const first = await list(byName, { query: '?limit=3' })
    expect(first.body.items).toHaveLength(3)
    expect(first.body.listmeta).toMatchObject({ count: 4, limit: 3, offset: 0 })
    const token = encodeURIComponent(first.body.listmeta.continue)
    const second = await list(byName, { query: `?limit=3&continue=${token}` })
    expect(names(second)).toEqual(['mine 1.0.0'])
    expect(second.body.listmeta).toEqual({ continue: '', count: 4, limit: 3, offset: 3 })
  })

  it('returns at most 50, and 50 for a limit of 0', async () => {
    expect((await list({}, { query: '?limit=100' })).body.listmeta.limit).toBe(50)
    expect((await list({}, { query: '?limit=0' })).body.listmeta.limit).toBe(50)
  })

  it('sorts by the fields that the contract names and refuses others', async () => {
    const order = async (field: string, order?: string) => list({ sort: [{ field, order }] })
    expect(names(await order('profileName', 'desc'))[0]).toBe('mine 1.0.0')
    expect(names(await order('lastModifiedTimestamp', 'asc'))[0]).toBe('base 1.10.0')
    expect(await order('secret')).toMatchObject({ status: 422, body: { code: 'InvalidRequest' } })
  })

  it.each([{ filter: { profileNames: ['base'] } }, { filter: { tags: { contains: ['a'] } } }, { filters: {} }])(
    'refuses %o, which is not a filter here',
    async (body) => {
      const answer = await list(body)
      expect(answer).toMatchObject({ status: 422, body: { code: 'InvalidRequest' } })
      expect(answer.body.details).toMatchObject([{ message: expect.stringContaining('has fields that are not known') }])
    },
  )

  it('accepts an empty body', async () => {
    const headers = { ...inProject(), 'content-type': 'application/json' }
    const response = await test.app.inject({ method: 'POST', url: '/v1/dashboard/clusterprofiles', headers })
    expect(response.statusCode).toBe(200)
  })

  it('refuses a text that the database cannot store', async () => {
    expect(await list({ filter: { search: 'a\0b' } })).toMatchObject({ status: 422, body: { code: 'TextUnstorable' } })
  })
})

describe('GET /v1/dashboard/clusterprofiles/metadata', () => {
  it('lists every version that the scope sees', async () => {
    const response = await test.app.inject({ url: '/v1/dashboard/clusterprofiles/metadata', headers: inProject() })
    const items: { metadata: { name: string; uid: string }; spec: { version: string } }[] = response.json().items
    expect(items.map(({ metadata, spec }) => `${metadata.name} ${spec.version}`)).toEqual([
      'apps 1.0.0',
      'base 2.0.0',
      'base 1.10.0',
      'base 1.9.0',
      'mine 1.0.0',
    ])
  })

  describe('in another tenant', () => {
    const { uid, users } = test.fixtures.dev
    const metadata = async () => {
      const url = '/v1/dashboard/clusterprofiles/metadata'
      return (await test.app.inject({ url, headers: as(users.tenantAdmin) })).json()
    }

    it('keeps names apart that contain JSON syntax', async () => {
      const [name, version, cloudType] = ['a", "b', '", "', 'c\\']
      const added = await addProfile(test, { tenantUid: uid, name, version, cloudType })
      expect((await metadata()).items).toContainEqual({
        metadata: { uid: added, name },
        spec: { cloudType, version },
      })
    })

    it('returns an empty list without profiles', async () => {
      await test.deps.prisma.profile.deleteMany({ where: { tenantUid: uid } })
      expect(await metadata()).toEqual({ items: [] })
    })
  })
})

describe('GET /v1/console/clusterprofiles/facets', () => {
  it('returns the values for the filters', async () => {
    const response = await test.app.inject({ url: '/v1/console/clusterprofiles/facets', headers: inProject() })
    expect(response.json()).toEqual({
      types: ['add-on', 'infra'],
      cloudTypes: ['all', 'aws', 'azure'],
      tags: ['ai', 'team:core', 'token:********'],
    })
  })
})
