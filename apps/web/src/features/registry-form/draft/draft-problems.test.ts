import type { ApiError } from '@waybill/api-client'
import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type RegistryDraft } from '../../../shared/registries/draft/registry-draft.ts'
import { draftProblems, refusalOf } from './draft-problems.ts'

const draft = (more: Partial<RegistryDraft> = {}): RegistryDraft => ({
  ...EMPTY_DRAFT,
  name: 'Public Repo',
  endpoint: 'https://packs.example/packs.tar.gz',
  ...more,
})

describe('problems of a draft', () => {
  it('are none when address and access are complete', () => {
    expect(draftProblems(draft())).toEqual({})
  })

  it.each(['packs.example', 'ftp://packs.example', 'javascript:alert(1)', 'https://'])(
    'include an invalid address: %s',
    (endpoint) => {
      expect(draftProblems(draft({ endpoint }))).toHaveProperty('endpoint')
    },
  )

  it.each(['file:///srv/packs', 'http://packs.internal:8081/x'])('do not include %s for packs', (endpoint) => {
    expect(draftProblems(draft({ endpoint }))).toEqual({})
  })

  it('do not include an OCI registry without a scheme, as container tools write it', () => {
    expect(draftProblems(draft({ kind: 'oci', endpoint: 'ghcr.example/base' }))).toEqual({})
  })

  it('include credentials in the address, where everybody could read them', () => {
    expect(draftProblems(draft({ endpoint: 'https://me:secret@packs.example' }))).toHaveProperty('endpoint')
  })

  it('include a password that is neither typed nor stored', () => {
    const basic = { authType: 'basic', username: 'robot' } as const
    expect(draftProblems(draft(basic))).toHaveProperty('password')
    expect(draftProblems(draft({ ...basic, password: { isKept: true, value: '' } }))).toEqual({})
  })

  it('include a client certificate without its key', () => {
    const certificate = '-----BEGIN CERTIFICATE-----\n'
    expect(draftProblems(draft({ hasCertificates: true, certificate }))).toHaveProperty('key')
  })

  it('include text that is not PEM', () => {
    expect(draftProblems(draft({ hasCertificates: true, ca: 'ca.pem' }))).toHaveProperty('ca')
  })
})

describe('a refusal of the server', () => {
  const refusal = (code: Extract<ApiError, { kind: 'refusal' }>['code'], path = ''): ApiError => ({
    kind: 'refusal',
    status: 422,
    code,
    message: 'Said by the server.',
    details:
      path === '' ? [] : [{ code, severity: 'error', group: '', path, params: {}, message: 'Said of the field.' }],
    ref: 'r-1',
  })

  it('of an address says how to allow it, beside the address', () => {
    const { fields, form } = refusalOf(refusal('ForbiddenUrl'), draft({ endpoint: 'http://10.0.0.7:5000' }))
    expect(fields.endpoint).toContain('10.0.0.7:5000 to ALLOWED_HOSTS')
    expect(form).toBe('')
  })

  it('of a name is shown at the name', () => {
    expect(refusalOf(refusal('RegistryExists'), draft()).fields).toHaveProperty('name')
  })

  it('of a field is shown at that field', () => {
    expect(refusalOf(refusal('InvalidRequest', 'spec.auth.tls.ca'), draft()).fields).toEqual({
      ca: 'Said of the field.',
    })
  })

  it('of anything else is shown above the form', () => {
    expect(refusalOf(refusal('InternalError'), draft()).form).toContain('Said by the server.')
  })
})
