import type { RegistryAuth } from './registry-auth.ts'

/** Value of the header Authorization, where the registry is asked with one at once (RFC 7617, RFC 6750). */
export function authorizationOf({ type, username, password, token }: RegistryAuth): string | undefined {
  if (type === 'basic') return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  return type === 'token' ? `Bearer ${token}` : undefined
}
