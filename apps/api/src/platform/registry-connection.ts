import type { PackSource, RegistryAuth } from '@waybill/pack-sources'

/** PEM texts; empty where there are none. */
export interface RegistryTls {
  ca: string
  certificate: string
  key: string
  insecureSkipVerify: boolean
}

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
  tls: RegistryTls
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
 * @throws SourceError `forbidden-url` for an address that may not be asked.
 */
export type OpenRegistry = (connection: RegistryConnection) => OpenSource
