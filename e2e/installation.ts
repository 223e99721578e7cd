import { join } from 'node:path'
import { freePort, startProduct } from './product.ts'

/** Pack archive, charts and OCI of the flows about registries. */
const REGISTRIES = 3

/**
 * Playwright's global setup. With E2E_BASE_URL the tests run against the installation that is up there; without it one is
 * started for this run, with a database and demo content of its own, and removed afterwards. It may ask the ports that
 * E2E_REGISTRY_PORTS names: the flows about registries serve theirs there.
 */
export default async function prepareInstallation(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['E2E_BASE_URL']) return undefined
  const registryPorts = await freePorts(REGISTRIES)
  const { url, dataDir, remove } = await startProduct({ seed: 'demo', registryPorts, log: 'server.log' })
  process.env['E2E_BASE_URL'] = url
  process.env['E2E_ACCESS_FILE'] = join(dataDir, 'demo-access.json')
  process.env['E2E_REGISTRY_PORTS'] = registryPorts.join(',')
  return remove
}

async function freePorts(count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, freePort))
}
