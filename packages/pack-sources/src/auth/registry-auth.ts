/** The credentials of a registry in clear: decrypted for one walk, never logged, never part of a response. */
export interface RegistryAuth {
  type: 'noAuth' | 'basic' | 'token'
  username: string
  password: string
  token: string
}
