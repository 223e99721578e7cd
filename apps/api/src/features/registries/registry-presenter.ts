import { MASK } from '@waybill/layer-text'
import type { BasicOciRegistryBody, EcrRegistryBody, HelmRegistryBody, PackRegistryBody } from '@waybill/api-contract'
import { presentMeta } from '../../platform/lists/object-meta.ts'
import type { RegistryCredentials } from '../registry-connection/index.ts'
import { presentSyncStatus } from '../registry-sync/index.ts'
import type { StoredRegistry } from './registry-repository.ts'

/** A secret is sent as the mask, or empty if there is none. */
const hidden = (secret: string) => (secret === '' ? '' : MASK)

const statusOf = (registry: StoredRegistry) => presentSyncStatus(registry, registry.sync)

const metadataOf = (registry: StoredRegistry) => presentMeta(registry, { scope: registry.scope })

const tlsOf = ({ tlsEnabled, ca, certificate, key, insecureSkipVerify }: RegistryCredentials) => ({
  enabled: tlsEnabled,
  ca,
  certificate,
  key: hidden(key),
  insecureSkipVerify,
})

export function authOf({ authType, ociType, credentials }: StoredRegistry) {
  return {
    type: ociType === 'ecr' ? 'noAuth' : authType,
    username: credentials.username,
    password: hidden(credentials.password),
    token: hidden(credentials.token),
    tls: tlsOf(credentials),
  }
}

export function toPackRegistry(registry: StoredRegistry): PackRegistryBody {
  const { uid, name, endpoint, scope, isPrivate } = registry
  return {
    apiVersion: 'v1',
    kind: 'PackRegistry',
    metadata: metadataOf(registry),
    spec: { endpoint, auth: authOf(registry), name, private: isPrivate, registryUid: uid, scope },
    status: { packSyncStatus: statusOf(registry) },
  }
}

/**
 * Used for registries of other kinds too: Terraform's simple pack data source asks here whatever kind it was given, and
 * reads the packs only if `isPrivate` is false. Packs of registries of other kinds are known here, so those are not
 * private.
 */
export function toHelmRegistry(registry: StoredRegistry): HelmRegistryBody {
  const { uid, name, endpoint, scope } = registry
  const isPrivate = registry.kind === 'helm' && registry.isPrivate
  return {
    apiVersion: 'v1',
    kind: 'HelmRegistry',
    metadata: metadataOf(registry),
    spec: { endpoint, auth: authOf(registry), name, isPrivate, registryUid: uid, scope },
    status: { helmSyncStatus: statusOf(registry) },
  }
}

const ociSpecOf = ({ uid, baseContentPath, endpoint, isSyncSupported, providerType, scope }: StoredRegistry) => ({
  baseContentPath,
  containsSpectroManifest: false,
  endpoint,
  isSyncSupported,
  providerType,
  registryUid: uid,
  scope,
})

export function toBasicOciRegistry(registry: StoredRegistry): BasicOciRegistryBody {
  return {
    apiVersion: 'v1',
    kind: 'OciRegistry',
    metadata: metadataOf(registry),
    spec: { ...ociSpecOf(registry), auth: authOf(registry), basePath: registry.basePath },
    status: { syncStatus: statusOf(registry) },
  }
}

export function toEcrRegistry(registry: StoredRegistry): EcrRegistryBody {
  const { authType, credentials, defaultRegion, isPrivate } = registry
  return {
    apiVersion: 'v1',
    kind: 'EcrRegistry',
    metadata: metadataOf(registry),
    spec: {
      ...ociSpecOf(registry),
      isPrivate,
      defaultRegion,
      credentials: {
        credentialType: authType,
        accessKey: credentials.accessKey,
        secretKey: hidden(credentials.secretKey),
      },
      tls: tlsOf(credentials),
    },
    status: { syncStatus: statusOf(registry) },
  }
}

export function toPackSummary(registry: StoredRegistry) {
  const { endpoint, isPrivate, scope } = registry
  const status = { sync: statusOf(registry) }
  return { metadata: metadataOf(registry), spec: { endpoint, private: isPrivate, scope }, status }
}

export function toHelmSummary(registry: StoredRegistry) {
  const { endpoint, isPrivate, scope } = registry
  const status = { sync: statusOf(registry) }
  return { metadata: metadataOf(registry), spec: { endpoint, isPrivate, scope }, status }
}

export function toOciSummary(registry: StoredRegistry) {
  const { defaultRegion, endpoint, isPrivate, providerType, ociType, scope } = registry
  const registryType = ociType === 'ecr' ? ('ecr' as const) : ('basic' as const)
  const spec = { containsSpectroManifest: false, defaultRegion, endpoint, isPrivate, providerType, registryType, scope }
  return { metadata: metadataOf(registry), spec, status: { sync: statusOf(registry) } }
}
