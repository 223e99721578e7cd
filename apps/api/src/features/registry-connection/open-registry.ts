import { join } from 'node:path'
import {
  type ArchiveReaders,
  createEcrAuth,
  createHelmSource,
  createOciHelmSource,
  createOciPackSource,
  createOciZarfSource,
  createPackArchiveSource,
  createPackFolderSource,
  ecrTokenService,
  type OciRegistryOptions,
  type PackSource,
} from '@waybill/pack-sources'
import type { Config } from '../../config.ts'
import { createOutboundClient, type OutboundClient } from '../../platform/outbound/outbound-client.ts'
import { allowedFolder } from './pack-folders.ts'
import type { OpenRegistry, RegistryConnection } from './registry-connection.ts'

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
    const { allowedHosts } = tools.config
    const client = createOutboundClient({ endpoint, allowedHosts, tls })
    if (kind !== 'oci') return { source: fileSourceOf(connection, client, tools), close: client.close }
    const login = loginOf(connection, allowedHosts)
    return {
      source: ociSourceOf(connection, { auth: login.auth, fetch: client.fetch, readers: tools.syncReaders }),
      close: async () => {
        await Promise.all([client.close(), login.close()])
      },
    }
  }

/** Registries whose content is files on a web server. */
function fileSourceOf(
  { kind, endpoint, auth }: RegistryConnection,
  { fetch }: OutboundClient,
  tools: Tools,
): PackSource {
  const options = { endpoint, auth, fetch, readers: tools.syncReaders }
  if (kind === 'helm') return createHelmSource(options)
  return createPackArchiveSource({ ...options, temporaryFolder: join(tools.config.dataDir, 'sync') })
}

function ociSourceOf(
  { providerType, endpoint, basePath, baseContentPath }: RegistryConnection,
  access: Pick<OciRegistryOptions, 'auth' | 'fetch' | 'readers'>,
): PackSource {
  const options = { endpoint, basePath, baseContentPath, ...access }
  if (providerType === 'pack') return createOciPackSource(options)
  return providerType === 'zarf' ? createOciZarfSource(options) : createOciHelmSource(options)
}

/**
 * AWS keys are exchanged for a password at another endpoint, by a separate client that sends nothing of the registry's
 * there.
 */
function loginOf({ endpoint, aws, auth, tls }: RegistryConnection, allowedHosts: readonly string[]) {
  if (!aws) return { auth, close: () => Promise.resolve() }
  const service = ecrTokenService(endpoint, aws.region)
  const { fetch, close } = createOutboundClient({
    endpoint: service.endpoint,
    allowedHosts,
    tls: { ca: tls.ca, certificate: '', key: '', insecureSkipVerify: false },
  })
  return { auth: createEcrAuth({ service, accessKey: aws.accessKey, secretKey: aws.secretKey, fetch }), close }
}
