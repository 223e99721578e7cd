import { join } from 'node:path'
import { freePort, startProduct } from './product.ts'

/** For the registry flows: a pack archive, a Helm registry and an OCI registry. */
const REGISTRIES = 3

/**
 * Playwright's global setup. With E2E_BASE_URL the tests run against that installation. Without it, one is started for
 * this run, with its own database and demo content, and removed afterwards. It may connect to the ports in
 * E2E_REGISTRY_PORTS and E2E_PROVIDER_PORT, on which the flows about registries and single sign-on run their servers.
 */
export default async function prepareInstallation(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['E2E_BASE_URL']) return undefined
  const [providerPort = 0, ...registryPorts] = await freePorts(REGISTRIES + 1)
  const peerPorts = [providerPort, ...registryPorts]
  const { url, dataDir, remove } = await startProduct({ seed: 'demo', peerPorts, log: 'server.log' })
  process.env['E2E_BASE_URL'] = url
  process.env['E2E_ACCESS_FILE'] = join(dataDir, 'demo-access.json')
  process.env['E2E_REGISTRY_PORTS'] = registryPorts.join(',')
  process.env['E2E_PROVIDER_PORT'] = String(providerPort)
  return remove
}

async function freePorts(count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, freePort))
}
