import { afterAll, beforeAll, expect, it } from 'vitest'
import { addRegistry } from '../catalogue.ts'
import { packOf, profileJson } from '../documents.ts'
import { PASSWORD } from '../fixtures.ts'
import { as } from '../test-app.ts'
import { openTraces, type TracesOfTest } from '../outside/trace-collector.ts'
import { multipartOf } from './multipart-body.ts'
import { buildWatchedApp, type WatchedApp } from './watched-app.ts'

const SECRETS = {
  declared: 'tok-declared-51c0ffee',
  suspected: 'tok-suspected-77aa11bb',
  manifest: 'tok-manifest-90ab12cd',
  variable: 'tok-variable-3e3e3e3e',
  option: 'tok-option-5f5f5f5f',
  macro: 'tok-macro-12121212',
  filled: 'tok-filled-34343434',
  refusedFill: 'tok-refused-56565656',
  nearBroken: 'tok-broken-78787878',
  wrongPassword: 'tok-password-9a9a9a9a',
  wrongKey: 'tok-key-bcbcbcbc',
} as const

const schema = 'db.login:\n  schema: \'{{ format "${password}" }}\'\n'
const pack = (values: string) => packOf({ name: 'secretive', values })
const secretManifest = `kind: Secret\nstringData:\n  token: ${SECRETS.manifest}\n`
const manifestPack = packOf({
  name: 'raw',
  type: 'manifest',
  values: '',
  manifests: [{ name: 'm', content: secretManifest }],
})
const variables = [
  { name: 'pin', isSensitive: true, defaultValue: SECRETS.variable, options: [{ value: SECRETS.option }] },
  { name: 'unused', isSensitive: true, defaultValue: SECRETS.variable },
]
const holding = (name: string, version = '1.0.0') =>
  profileJson({
    name,
    version,
    packs: [pack(`db:\n  login: ${SECRETS.declared}\napiToken: ${SECRETS.suspected}\n`), manifestPack],
    variables,
  })
const maskedCopy = profileJson({
  name: 'holder',
  version: '1.1.0',
  packs: [pack('db:\n  login: "********"\napiToken: "********"\nplain: 1\n')],
})
const broken = profileJson({ name: 'broken', packs: [pack(`password: "${SECRETS.nearBroken}\n b: [\n`)] })
const brokenJson = profileJson({ name: 'broken' }).replace('"team":', `"team": ${SECRETS.nearBroken} "`)

let test: WatchedApp
let traces: TracesOfTest
const answers: { what: string; text: string }[] = []

const users = () => test.fixtures.stage.users
const admin = () => as(users().projectAdmin, test.fixtures.stage.projects.default)
const viewer = () => as(users().projectViewer, test.fixtures.stage.projects.default)

beforeAll(async () => {
  traces = await openTraces()
  test = await buildWatchedApp()
  await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), {
    name: 'Secretive',
    packs: [{ name: 'secretive', version: '1.0.0', schema }],
  })
})
afterAll(async () => {
  await test.close()
  await traces.close()
})

interface Sent {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  payload?: string | Buffer | object
}

/** Sends a request and records its response, unless the caller is entitled to the secrets in it. */
async function ask(url: string, { isEntitled = false, ...sent }: Sent & { isEntitled?: boolean } = {}) {
  const answer = await test.app.inject({ url, headers: admin(), ...sent })
  const text = JSON.stringify(answer.headers) + answer.body
  if (!isEntitled) answers.push({ what: `${sent.method ?? 'GET'} ${url}`, text })
  return { status: answer.statusCode, text, body: answer.body }
}

function importing(
  path: string,
  content: string,
  { decisions, isEntitled = false }: { decisions?: object; isEntitled?: boolean } = {},
) {
  const { payload, headers } = multipartOf([
    { name: 'importFile', fileName: 'a.json', content },
    ...(decisions ? [{ name: 'decisions', content: JSON.stringify(decisions) }] : []),
  ])
  return ask(`/v1/clusterprofiles/import${path}`, {
    method: 'POST',
    payload,
    headers: { ...admin(), ...headers },
    isEntitled,
  })
}

async function signIn(password: string) {
  const answer = await test.app.inject({
    method: 'POST',
    url: '/v1/console/session',
    payload: { email: users().projectAdmin.email, password },
  })
  answers.push({ what: 'sign in', text: answer.body })
  return { cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
}

/** Reads everything about a profile that callers who see masks can ask for. */
async function readAll(uid: string, headers: Record<string, string>) {
  const paths = [
    '',
    '?includePackMeta=schema,presets',
    '/variables',
    '/packs/raw/manifests',
    '/export',
    '/export?format=yaml',
    '/export/preview',
    '/imports',
  ]
  for (const path of paths) expect((await ask(`/v1/clusterprofiles/${uid}${path}`, { headers })).status).toBe(200)
  for (const path of ['/export', '/export/preview']) {
    const sent = { method: 'POST', payload: {}, headers } as const
    expect((await ask(`/v1/clusterprofiles/${uid}${path}`, sent)).status).toBe(200)
  }
}

async function failAround() {
  const place = 'packs[0].values#db.login'
  const fill = (value: string) => ({ masks: [{ place, action: 'fill', value }] })
  const refusals = [
    await importing('/file', broken),
    await importing('/file', brokenJson),
    await importing('/validate', brokenJson),
    await importing('/file', holding('holder')),
    await importing('/file', maskedCopy),
    await importing('/file', maskedCopy, { decisions: fill(`${SECRETS.refusedFill}\0`) }),
    await importing('/file', maskedCopy, { decisions: fill(`${SECRETS.refusedFill}********`) }),
    await importing('/file', maskedCopy, {
      decisions: { masks: [{ place: SECRETS.refusedFill, action: 'keep', value: SECRETS.refusedFill }] },
    }),
    await importing('/file', maskedCopy, { decisions: { [SECRETS.refusedFill]: SECRETS.refusedFill } }),
    await importing('/file', maskedCopy, {
      decisions: { macros: [{ name: 'a b', value: SECRETS.macro, scope: 'project' }] },
    }),
    await ask(`/v1/projects/${test.fixtures.stage.projects.default}/macros`, {
      method: 'POST',
      payload: { macros: [{ name: '!', value: SECRETS.macro }] },
    }),
    await ask('/v1/clusterprofiles/import', {
      method: 'POST',
      payload: broken,
      headers: { ...admin(), 'content-type': 'application/json' },
    }),
    await ask('/v1/users/info', { headers: { apikey: `0123456789abcdef.${SECRETS.wrongKey}` } }),
    await ask('/v1/users/info', { headers: { authorization: SECRETS.wrongKey } }),
    await ask(`/v1/users/info?ApiKey=${SECRETS.wrongKey}`, { headers: {} }),
  ]
  expect(refusals.map(({ status }) => status).filter((status) => status < 400 || status >= 500)).toEqual([])
}

it('secrets are disclosed only to callers who may write them back', async () => {
  const { project, uid } = { project: test.fixtures.stage.projects.default, uid: await imported(holding('holder')) }
  await signIn(SECRETS.wrongPassword)
  const session = { ...(await signIn(PASSWORD)), projectuid: project }
  await readAll(uid, viewer())
  await readAll(uid, session)
  await failAround()
  const macros = [{ name: 'kept', value: SECRETS.macro }]
  await ask(`/v1/projects/${project}/macros`, { method: 'POST', payload: { macros } })
  // A plan compares with existing versions and offers to keep their values: by path, never by value.
  await importing('/validate', maskedCopy)
  const filled = [{ place: 'packs[0].values#apiToken', action: 'fill', value: SECRETS.filled }]
  const kept = [{ place: 'packs[0].values#db.login', action: 'keep' }]
  await importing('/validate', maskedCopy, { decisions: { masks: [...filled, ...kept] } })
  const next = await importing('/file', maskedCopy, { decisions: { masks: [...filled, ...kept] } })
  expect(next.status).toBe(201)
  for (const path of ['', '/export', '/imports'])
    await ask(`/v1/clusterprofiles/${uidOf(next.body)}${path}`, { headers: viewer() })
  await ask('/v1/dashboard/clusterprofiles', { method: 'POST', payload: {} })
  await ask('/v1/dashboard/clusterprofiles/metadata')
  await ask('/metrics')

  await traces.flush()
  const spans = { what: 'traces', text: traces.received() }
  const everything = [...answers, ...test.logLines.map((text) => ({ what: 'log', text })), spans, await tables()]
  const known = [...Object.values(SECRETS), PASSWORD, users().projectAdmin.apiKey, users().projectViewer.apiKey]
  const found = everything.flatMap(({ what, text }) =>
    known.flatMap((secret) => formsOf(secret).flatMap((form) => (text.includes(form) ? [`${what}: ${secret}`] : []))),
  )
  expect(found).toEqual([])
  expect(test.logLines.length).toBeGreaterThan(30)
  expect(traces.spans().length).toBeGreaterThan(60)

  const entitled = await ask(`/v1/clusterprofiles/${uidOf(next.body)}`, { isEntitled: true })
  expect(entitled.text).toContain(SECRETS.filled)
  expect(entitled.text).toContain(SECRETS.declared)
})

async function imported(content: string): Promise<string> {
  const answer = await importing('/file', content)
  expect(answer.status).toBe(201)
  return uidOf(answer.body)
}

const uidOf = (body: string) => JSON.parse(body).uid

/** The secret as it is, and inside base64 text or a hex dump. */
const formsOf = (secret: string) => [
  secret,
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('base64').replace(/.?=*$/, ''),
]

/** Every row of every table. */
async function tables() {
  const { prisma } = test.deps
  const names = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
  const rows = []
  for (const { name } of names)
    rows.push(await prisma.$queryRawUnsafe(`SELECT row_to_json(t)::text AS row FROM "${name}" t`))
  return { what: 'tables', text: JSON.stringify(rows) }
}
