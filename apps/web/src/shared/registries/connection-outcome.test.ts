import type { ApiError } from '@waybill/api-client'
import { describe, expect, it } from 'vitest'
import { allowHint, connectionOutcome } from './connection-outcome.ts'

const refusal = (code: 'RegistryUnreachable' | 'RegistryUnauthorised' | 'NotARegistry' | 'ForbiddenUrl'): ApiError => ({
  kind: 'refusal',
  status: 422,
  code,
  message: code,
  details: [],
  ref: 'r-1',
})

describe('the result of a test', () => {
  it.each([
    [null, 'The connection works'],
    [refusal('RegistryUnreachable'), 'Nothing answers at this address'],
    [refusal('RegistryUnauthorised'), 'Access was denied'],
    [refusal('NotARegistry'), 'It is not a registry of this kind'],
    [refusal('ForbiddenUrl'), 'This address is not allowed'],
  ])('has its own message: $1', (error, title) => {
    expect(connectionOutcome(error, 'https://packs.example').title).toBe(title)
  })
})

describe('the hint for an address that is not allowed', () => {
  it.each([
    ['http://registry.internal/packs', 'registry.internal:80'],
    ['https://10.0.0.7', '10.0.0.7:443'],
    ['http://[::1]:5000', '[::1]:5000'],
    ['registry.internal:5000/base', 'registry.internal:5000'],
  ])('names the host and port to allow for %s', (endpoint, hostAndPort) => {
    expect(allowHint(endpoint)).toContain(`add ${hostAndPort} to ALLOWED_HOSTS`)
  })

  it('names the setting for folders', () => {
    expect(allowHint('file:///srv/packs')).toContain('PACK_FOLDERS')
  })
})
