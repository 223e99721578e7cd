import type { PackSource, RegistryAuth } from '@waybill/pack-sources'
import type { OutboundTls } from '../../platform/outbound/guard/guarded-agent.ts'
import type { RegistryCredentials } from './registry-credentials.ts'

/** All that is needed to ask a registry, secrets in clear: made for one use, never logged, never answered. */
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
  /** Of ecr. */
  aws: { region: string; accessKey: string; secretKey: string } | undefined
}

/** A source that is open: its connections are given back by `close`. */
export interface OpenSource {
  source: PackSource
  close: () => Promise<void>
}

/**
 * Opens a registry through the guarded client (platform/outbound). Says nothing to the registry yet.
 *
 * @throws SourceError `forbidden-url` for an address that Waybill must not call.
 */
export type OpenRegistry = (connection: RegistryConnection) => OpenSource

/** What is said of a registry beside its credentials. */
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

/** The answer holds the registry's secrets in clear. */
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

/** Clients write OCI registries without a scheme, as container tools do: they are asked over https. */
export function addressOf({ kind, endpoint }: { kind: string; endpoint: string }): string {
  return kind === 'oci' && BARE_HOST.test(endpoint) ? `https://${endpoint}` : endpoint
}
