import { describe, expect, it } from 'vitest'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()

const stage = () => test.fixtures.stage
const admin = () => as(stage().users.tenantAdmin)

describe('GET /v1/clusterprofiles/validate/name', () => {
  const validate = (query: Record<string, string>, headers = admin()) =>
    test.app.inject({ url: '/v1/clusterprofiles/validate/name', query, headers })

  it('answers 204 for a name and version that is free', async () => {
    const response = await validate({ name: 'free', version: '1.0.0' })
    expect({ status: response.statusCode, body: response.body }).toEqual({ status: 204, body: '' })
  })

  it('says what is taken and what is the next free version', async () => {
    await addProfile(test, { tenantUid: stage().uid, name: 'taken', version: '1.0.0' })
    const response = await validate({ name: 'taken' })
    expect(response.statusCode).toBe(409)
    expect(response.json()).toMatchObject({
      code: 'ClusterProfileAlreadyExists',
      details: [{ code: 'ClusterProfileAlreadyExists', params: { nextVersion: '1.0.1' } }],
    })
  })

  it('says if the tenant has a profile of that name too, which a project lists beside its own', async () => {
    await addProfile(test, { tenantUid: stage().uid, name: 'of-both', version: '1.0.0' })
    const warningsIn = async (headers: Record<string, string>) => {
      const response = await validate({ name: 'of-both', version: '2.0.0' }, headers)
      expect(response.statusCode).toBe(204)
      return JSON.parse(String(response.headers['waybill-warnings'] ?? '[]'))
    }
    const said = await warningsIn(as(stage().users.projectAdmin, stage().projects.default))
    expect(said).toMatchObject([{ code: 'NameOfTenant', path: 'metadata.name' }])
    expect(await warningsIn(admin())).toEqual([])
  })

  it('counts only what is taken in this scope', async () => {
    await addProfile(test, { tenantUid: stage().uid, name: 'elsewhere', version: '1.0.0' })
    const inProject = as(stage().users.projectAdmin, stage().projects.default)
    expect((await validate({ name: 'elsewhere' }, inProject)).statusCode).toBe(204)
    expect((await validate({ name: 'elsewhere' }, as(test.fixtures.dev.users.tenantAdmin))).statusCode).toBe(204)
  })

  it.each([
    [{}, 'MissingField'],
    [{ name: ' ' }, 'MissingField'],
    [{ name: 'a\0b' }, 'InvalidCharacter'],
    [{ name: 'a', version: 'v1.2' }, 'InvalidVersion'],
  ])('refuses %o with %s', async (query: Record<string, string>, code) => {
    const response = await validate(query)
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({ code: 'InvalidRequest', details: [{ code }] })
  })
})
