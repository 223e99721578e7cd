import { join } from 'node:path'
import {
  type ArchiveReaders,
  createHelmSource,
  createOciHelmSource,
  createOciPackSource,
  createOciZarfSource,
  createPackArchiveSource,
  createPackFolderSource,
  type PackSource,
} from '@waybill/pack-sources'
import type { Config } from '../config.ts'
import { createOutboundClient, type OutboundClient } from '../platform/outbound/outbound-client.ts'
import { allowedFolder } from '../platform/pack-folders.ts'
import type { OpenRegistry, RegistryConnection } from '../platform/registry-connection.ts'

interface Tools {
  config: Pick<Config, 'allowedHosts' | 'packFolders' | 'dataDir'>
  syncReaders: ArchiveReaders
}

/** Opens registries of every kind: folders as files, all others through a guarded client of their own. */
export const registryOpener =
  (tools: Tools): OpenRegistry =>
  (connection) => {
    const { kind, endpoint, tls } = connection
    if (kind === 'pack' && endpoint.startsWith('file:')) {
      const folder = allowedFolder(endpoint, tools.config.packFolders)
      return { source: createPackFolderSource({ folder }), close: () => Promise.resolve() }
    }
    const client = createOutboundClient({ endpoint, allowedHosts: tools.config.allowedHosts, tls })
    return { source: sourceOf(connection, client, tools), close: client.close }
  }

function sourceOf(
  connection: RegistryConnection,
  { fetch }: OutboundClient,
  { config, syncReaders: readers }: Tools,
): PackSource {
  const { kind, providerType, endpoint, basePath, baseContentPath, auth } = connection
  if (kind === 'helm') return createHelmSource({ endpoint, auth, fetch, readers })
  if (kind === 'pack') {
    return createPackArchiveSource({
      endpoint,
      auth,
      fetch,
      readers,
      temporaryFolder: join(config.dataDir, 'sync'),
    })
  }
  const options = { endpoint, basePath, baseContentPath, auth, fetch, readers }
  if (providerType === 'pack') return createOciPackSource(options)
  return providerType === 'zarf' ? createOciZarfSource(options) : createOciHelmSource(options)
}
