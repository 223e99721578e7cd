import type { ApiError } from '@waybill/api-client'
import { expect, it } from 'vitest'
import { setupProblems, setupRefusal } from './setup-problems.ts'

const draft = {
  code: 'abcd-efgh',
  tenantName: 'Stage',
  email: 'admin@stage.example',
  password: 'long enough to be safe',
  repeated: 'long enough to be safe',
}

const refusal = (code: Extract<ApiError, { kind: 'refusal' }>['code']): ApiError => ({
  kind: 'refusal',
  status: 409,
  code,
  message: 'Said by the server.',
  details: [],
  ref: '',
})

it('a complete form has no problems', () => {
  expect(setupProblems(draft)).toEqual({})
})

it.each([
  ['code', { code: ' ' }],
  ['tenantName', { tenantName: '' }],
  ['email', { email: 'admin' }],
  ['repeated', { repeated: 'long enough to be save' }],
])('says what is wrong with %s', (field, change) => {
  expect(Object.keys(setupProblems({ ...draft, ...change }))).toEqual([field])
})

it('a short password is refused before it is sent', () => {
  expect(setupProblems({ ...draft, password: 'short', repeated: 'short' })).toHaveProperty('password')
})

it.each([
  ['SetupCodeWrong', 'code'],
  ['TenantExists', 'tenantName'],
] as const)('%s stands beside its field', (code, field) => {
  expect(setupRefusal(refusal(code)).fields).toEqual({ [field]: 'Said by the server.' })
})
