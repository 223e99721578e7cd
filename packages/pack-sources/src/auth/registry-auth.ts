/** How a registry lets us in. Secrets in clear: decrypted for one walk, never logged, never answered. */
export interface RegistryAuth {
  type: 'noAuth' | 'basic' | 'token'
  username: string
  password: string
  token: string
}
