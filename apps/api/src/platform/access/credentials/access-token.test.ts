import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createAccessTokens } from './access-token.ts'
import { createCipher } from '../../keys/cipher.ts'

const cipher = createCipher(['a secret of the installation'])
const tokens = createAccessTokens(cipher)
const [key] = cipher.deriveKeys('access-token')

const subject = { userUid: 'user', sessionUid: 'session' }
const claims = { sub: 'user', sid: 'session', iss: 'waybill', aud: 'waybill-api', exp: 4_000_000_000 }
const signed = (change: object, header: { alg: string; typ: string } = { alg: 'HS256', typ: 'at+jwt' }) =>
  new SignJWT({ ...claims, ...change }).setProtectedHeader(header).sign(key)

describe('access tokens', () => {
  it('name their user', async () => {
    expect(await tokens.verify(await tokens.issue(subject))).toEqual(subject)
  })

  it('stay valid after a change of the secret while the old one is listed', async () => {
    const token = await tokens.issue(subject)
    const rotated = createAccessTokens(createCipher(['a newer secret', 'a secret of the installation']))
    expect(await rotated.verify(token)).toEqual(subject)
  })

  it.each([
    ['expired', () => signed({ exp: 1 })],
    ['of no end', () => signed({ exp: undefined })],
    ['not valid yet', () => signed({ nbf: 4_000_000_000 })],
    ['for another audience', () => signed({ aud: 'other' })],
    ['of another issuer', () => signed({ iss: 'other' })],
    ['of another type', () => signed({}, { alg: 'HS256', typ: 'JWT' })],
    ['of another algorithm', () => signed({}, { alg: 'HS512', typ: 'at+jwt' })],
    ['without a signature', async () => new UnsecuredJWT(claims).encode()],
    ['of another installation', () => createAccessTokens(createCipher(['another installation'])).issue(subject)],
    ['of a megabyte', async () => 'x'.repeat(1_048_576)],
    ['empty', async () => ''],
  ])('are refused when %s', async (_what, make) => {
    expect(await tokens.verify(await make())).toBeUndefined()
  })
})
