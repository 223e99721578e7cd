import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ensureSelfSignedCertificate } from '../../platform/keys/self-signed-certificate.ts'
import { addRegistry } from '../catalogue.ts'
import { buildTestApp } from '../test-app.ts'

export interface PaletteCall {
  method?: string
  path: string
  /** Sent as they are spelled. */
  headers?: Readonly<Record<string, string>>
  /** Objects go out as JSON; a list of texts goes out in chunks, without a length. */
  body?: object | string | readonly string[]
}

export interface PaletteAnswer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  text: string
}

/** The API as Palette's clients meet it: over TLS, at the root of a host, with a catalogue to make profiles of. */
export async function startPaletteServer() {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-palette-'))
  const files = { certFile: join(folder, 'certificate.pem'), keyFile: join(folder, 'key.pem') }
  await ensureSelfSignedCertificate(files)
  const ca = readFileSync(files.certFile)
  const test = await buildTestApp({ tls: { cert: ca, key: readFileSync(files.keyFile) } })
  const { stage } = test.fixtures
  const db = test.deps.tenantDb(stage.uid)
  const packs = [{ name: 'page', version: '1.0.0', values: VALUES }]
  const registries = {
    pack: await addRegistry(db, { name: 'Public Repo', packs }),
    helm: await addRegistry(db, { name: 'Charts', kind: 'helm', packs: [] }),
    oci: await addRegistry(db, { name: 'Images', kind: 'oci', packs: [] }),
  }
  const port = Number(new URL(await test.app.listen({ host: '127.0.0.1', port: 0 })).port)
  const inProject = { ApiKey: stage.users.tenantAdmin.apiKey, ProjectUid: stage.projects.default }
  return {
    ...test,
    db,
    stage,
    registries,
    /** The tenant's administrator in the project, as far as the call does not say otherwise. */
    call: ({ headers = inProject, ...call }: PaletteCall) => send({ ca, port }, { headers, ...call }),
    inProject,
    inTenant: { ApiKey: stage.users.tenantAdmin.apiKey },
    async close() {
      await test.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type PaletteServer = Awaited<ReturnType<typeof startPaletteServer>>

/** The first line is the presets line of the console; comments, odd blanks and no last line end are for people. */
export const VALUES = '# spectrocloud.com/enabled-presets: Size:small\n#  a comment   \nb:   2\na: 1'

async function send({ ca, port }: { ca: Buffer; port: number }, { method = 'GET', path, headers, body }: PaletteCall) {
  const chunks = Array.isArray(body) ? body : []
  const whole = typeof body === 'string' ? body : body === undefined || chunks === body ? '' : JSON.stringify(body)
  const sent = request({
    host: 'localhost',
    port,
    ca,
    method,
    path,
    agent: false,
    headers: {
      ...(typeof body === 'object' && chunks !== body && { 'Content-Type': 'application/json' }),
      // Node gives a DELETE with a body no length of its own.
      ...(chunks !== body && { 'Content-Length': Buffer.byteLength(whole) }),
      ...headers,
    },
  })
  for (const chunk of chunks) sent.write(chunk)
  sent.end(whole)
  const [answer] = await once(sent, 'response')
  const read: PaletteAnswer = { status: answer.statusCode, headers: answer.headers, text: await text(answer) }
  return read
}
