import { join } from 'node:path'
import { freePort, startProduct } from './product.ts'

/** Pack archive, charts and OCI of the flows about registries. */
const REGISTRIES = 3

/**
 * Playwright's global setup. With E2E_BASE_URL the tests run against the installation that is up there; without it one is
 * started for this run, with a database and demo content of its own, and removed afterwards. It may ask the ports that
 * E2E_REGISTRY_PORTS and E2E_PROVIDER_PORT name: the flows about registries and single sign-on serve theirs there.
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
