/** How a registry is opened: with which credentials, and through which guarded client. */
export { registryOpener } from './open-registry.ts'
export { addressOf, connectionWith } from './registry-connection.ts'
export type { OpenRegistry, RegistryConnection } from './registry-connection.ts'
export { CONNECTION_COLUMNS, findConnection } from './registry-connection-repository.ts'
export {
  NO_CREDENTIALS,
  openCredentials,
  sealCredentials,
  SECRET_FIELDS,
  type RegistryCredentials,
} from './registry-credentials.ts'
