import type { RegistryAuth } from './registry-auth.ts'

/** The Authorization header for credentials that are sent without a challenge (RFC 7617, RFC 6750). */
export function authorizationOf({ type, username, password, token }: RegistryAuth): string | undefined {
  if (type === 'basic') return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  return type === 'token' ? `Bearer ${token}` : undefined
}
