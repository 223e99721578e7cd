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
  /** Sent with the spelling given here. */
  headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON, a list of texts in chunks, without a length. */
  body?: object | string | readonly string[]
}

export interface PaletteAnswer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  text: string
}

/** The API as Palette's clients use it: over TLS, at the root of a host, with a catalogue to make profiles from. */
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
    /** Calls as the tenant's administrator in the project, unless the call says otherwise. */
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

/**
 * The first line is the console's presets line; the comment, irregular blanks and missing final newline must survive.
 */
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
      // Node sends no Content-Length for a DELETE with a body.
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
