import type { PackSource, RegistryAuth } from '@waybill/pack-sources'
import type { OutboundTls } from '../../platform/outbound/guard/guarded-agent.ts'
import type { RegistryCredentials } from './registry-credentials.ts'

/**
 * Everything needed to ask a registry, with secrets in clear: created for one use, never logged, never sent to a
 * client.
 */
export interface RegistryConnection {
  /** pack | helm | oci */
  kind: string
  /** pack | helm | zarf for oci, else empty */
  providerType: string
  /** basic | ecr for oci, else empty */
  ociType: string
  endpoint: string
  basePath: string
  baseContentPath: string
  auth: RegistryAuth
  tls: OutboundTls
  /** For ecr. */
  aws: { region: string; accessKey: string; secretKey: string } | undefined
}

/** An open source; `close` releases its connections. */
export interface OpenSource {
  source: PackSource
  close: () => Promise<void>
}

/**
 * Opens a registry through the guarded client (platform/outbound). Sends nothing to the registry yet.
 * @throws SourceError `forbidden-url` for an address that Waybill must not call
 */
export type OpenRegistry = (connection: RegistryConnection) => OpenSource

/** A registry's settings besides its credentials. */
interface RegistryPlace {
  kind: string
  providerType: string
  ociType: string
  endpoint: string
  basePath: string
  baseContentPath: string
  defaultRegion: string
  authType: string
}

/** The result contains the registry's secrets in clear. */
export function connectionWith(place: RegistryPlace, credentials: RegistryCredentials): RegistryConnection {
  const { username, password, token, ca, certificate, key, accessKey, secretKey } = credentials
  return {
    kind: place.kind,
    providerType: place.providerType,
    ociType: place.ociType,
    endpoint: addressOf(place),
    basePath: place.basePath,
    baseContentPath: place.baseContentPath,
    auth: { type: authTypeOf(place), username, password, token },
    tls: credentials.tlsEnabled
      ? { ca, certificate, key, insecureSkipVerify: credentials.insecureSkipVerify }
      : { ca: '', certificate: '', key: '', insecureSkipVerify: false },
    aws: place.ociType === 'ecr' && accessKey ? { region: place.defaultRegion, accessKey, secretKey } : undefined,
  }
}

function authTypeOf({ authType, ociType }: Pick<RegistryPlace, 'authType' | 'ociType'>) {
  return ociType !== 'ecr' && (authType === 'basic' || authType === 'token') ? authType : 'noAuth'
}

const BARE_HOST = /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d{1,5})?(\/\S*)?$/

/** Clients write OCI registries without a scheme, as container tools do: https is used. */
export function addressOf({ kind, endpoint }: { kind: string; endpoint: string }): string {
  return kind === 'oci' && BARE_HOST.test(endpoint) ? `https://${endpoint}` : endpoint
}
