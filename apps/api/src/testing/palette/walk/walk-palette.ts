import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addRegistry } from '../../catalogue.ts'
import { startIndexServer } from '../../registry-servers/index-server.ts'
import { buildTestApp } from '../../test-app.ts'
import { createPaletteCaller } from './palette-caller.ts'
import { walkCatalogue } from './walk-catalogue.ts'
import { walkProfiles } from './walk-profiles.ts'
import { walkTenant } from './walk-tenant.ts'

/** Calls every Palette operation that exists here as its clients do, and returns the responses. */
export async function walkPalette() {
  const packs = join(import.meta.dirname, '../../../../../../prisma/demo/packs')
  const server = await startIndexServer()
  const oci = await startOciRegistry()
  const test = await buildTestApp({ settings: { ALLOWED_HOSTS: `${server.host},${oci.host}`, PACK_FOLDERS: packs } })
  try {
    const versions = ['1.0.0', '1.1.0'].map((version) => ({ name: 'web', version, values: 'region: eu\n' }))
    const registryUid = await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), {
      name: 'Public Repo',
      packs: versions,
    })
    const caller = createPaletteCaller(test)
    await walkProfiles(caller, { registryUid })
    await walkCatalogue(caller, {
      registryUid,
      endpoint: server.url,
      folder: pathToFileURL(packs).href,
      ociEndpoint: `http://${oci.host}`,
    })
    await walkTenant(caller)
    return { answers: caller.answers, document: (await test.app.inject('/v1/openapi.json')).json() }
  } finally {
    await test.close()
    await server.close()
    oci.close()
  }
}

/** Answers like an empty registry. */
async function startOciRegistry() {
  const server = createServer((_request, response) => {
    response.setHeader('docker-distribution-api-version', 'registry/2.0')
    response.setHeader('content-type', 'application/json')
    response.end('{"repositories":[]}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { host: `127.0.0.1:${port}`, close: () => server.close() }
}
