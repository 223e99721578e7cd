import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { buildServer } from '../build-server.mjs'
import { node24, root, serverArguments, StepError } from '../processes.mjs'
import { call } from './call.mjs'
import { bytesOf, packOfCase } from './vectors.mjs'

const PASSWORD = 'attack-attack-attack'
/** The limit of a text that the vectors assume. */
const TEXT_BYTES = '900000'
const EMAIL = 'attack@waybill.test'

/** Starts a server with a tenant whose Public Repo has the packs that valid vectors name. */
export async function startOwnServer(vectors) {
  await buildServer()
  const home = mkdtempSync(join(tmpdir(), 'waybill-attack-'))
  const packs = join(home, 'packs')
  writePacks(packs, vectors)
  const env = {
    PORT: '0',
    DATA_DIR: join(home, 'data'),
    PACK_FOLDERS: packs,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'debug',
    SEED: 'none',
    MAX_TEXT_BYTES: TEXT_BYTES,
  }
  const child = spawn(node24, serverArguments, { cwd: root, env: { PATH: process.env.PATH, ...env } })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const url = await addressOf(child, () => log)
    const server = await setUp(url, join(home, 'data'), macrosIn(vectors))
    await fillRegistry(server, pathToFileURL(packs).href)
    return { ...server, log: () => log, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function writePacks(folder, vectors) {
  const write = ({ name, version, values, schema = '' }) => {
    const place = join(folder, `${name}-${version}`)
    mkdirSync(place, { recursive: true })
    const about = { name, displayName: name, version, layer: 'addon', cloudTypes: ['all'] }
    writeFileSync(join(place, 'pack.json'), JSON.stringify(about))
    writeFileSync(join(place, 'values.yaml'), values)
    if (schema !== '') writeFileSync(join(place, 'schema.yaml'), schema)
  }
  write({ name: 'hello-universe', version: '1.2.0', values: 'pack:\n  k8sHardening: True\n' })
  for (const each of vectors.masking)
    write({ name: packOfCase(each), version: '1.0.0', values: '{}\n', schema: schemaOf(vectors, each) })
}

/** Required values are irrelevant for masks. */
const schemaOf = (vectors, { schema }) => bytesOf(vectors, schema).toString().replaceAll('required | ', '')

const MACRO = /\.spectro\.macro\.([\w-]+)/g

const macrosIn = (vectors) => {
  const texts = vectors.masking.map(({ file }) => bytesOf(vectors, file).toString())
  const names = texts.flatMap((text) => [...text.matchAll(MACRO)].map(([, name]) => name))
  return [...new Set(names)].map((name) => ({ name, value: 'attack' }))
}

async function addressOf(child, log) {
  for (;;) {
    const address = /ready at (\S+)/.exec(log())?.[1]
    if (address !== undefined) return address
    if (child.exitCode !== null) throw new StepError(`The server did not start: ${log()}`)
    await wait(50)
  }
}

async function send(server, operation, body) {
  const { status, text } = await call(server, operation, body)
  if (status >= 300) throw new StepError(`${operation} answered ${status}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

/** @returns the server with the headers of its first administrator. */
async function setUp(url, dataDir, macros) {
  const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim()
  const anybody = { url, headers: { origin: url } }
  const tenant = { code, tenantName: 'Attack', email: EMAIL, password: PASSWORD }
  const { tenantUid } = await send(anybody, 'POST /v1/console/setup', tenant)
  const signIn = { emailId: EMAIL, password: PASSWORD }
  const { Authorization } = await send(anybody, 'POST /v1/auth/authenticate', signIn)
  const server = { url, headers: { Authorization } }
  if (macros.length > 0) await send(server, `POST /v1/tenants/${tenantUid}/macros`, { macros })
  return server
}

async function fillRegistry(server, endpoint) {
  const { items } = await send(server, 'GET /v1/registries/pack')
  const path = `/v1/registries/pack/${items.find(({ metadata }) => metadata.name === 'Public Repo').metadata.uid}`
  await send(server, `PUT ${path}`, { metadata: { name: 'Public Repo' }, spec: { endpoint, auth: { type: 'noAuth' } } })
  await send(server, `POST ${path}/sync`)
  for (;;) {
    const { status } = await send(server, `GET ${path}/sync/status`)
    if (/success|completed|synced/i.test(String(status))) return
    if (/fail|error/i.test(String(status))) throw new StepError(`The registry's packs were not read: ${status}`)
    await wait(100)
  }
}
