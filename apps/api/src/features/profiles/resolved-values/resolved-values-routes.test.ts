import { describe, expect, it } from 'vitest'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage

const one = [
  'region: "{{.spectro.macro.region}}" # kept',
  'pin: "{{.spectro.var.pin}}"',
  'cluster: {{ .spectro.system.cluster.name }}',
  'project: {{ .spectro.system.project.name }}',
  'profile: {{ .spectro.system.clusterprofile.version }}',
  'missing: {{ .spectro.macro.none | default "x" }}',
].join('\n')

const { uid: tenantUid, projects, users } = stage()
const layers = [
  { name: 'one', values: one },
  { name: 'two', values: 'from: "{{.spectro.pack.one.region}}"\n' },
]
const pin = { name: 'pin', defaultValue: '4711-4711', isSensitive: true }
const uid = await addProfile(test, { tenantUid, name: 'web', layers, variables: [pin] })
const setMacro = (url: string, value: string, headers: Record<string, string>) =>
  test.app.inject({ method: 'POST', url, headers, payload: { macros: [{ name: 'region', value }] } })
await setMacro(`/v1/tenants/${tenantUid}/macros`, 'of-the-tenant', as(users.tenantAdmin))
await setMacro(`/v1/projects/${projects.default}/macros`, 'of-the-project', as(users.tenantAdmin, projects.default))

const resolved = async (headers: Record<string, string>, query = '') => {
  const response = await test.app.inject({ url: `/v1/clusterprofiles/${uid}/packs/resolvedValues${query}`, headers })
  expect(response.statusCode).toBe(200)
  return response.json().resolved
}
const admin = () => as(stage().users.tenantAdmin)

describe('GET /v1/clusterprofiles/{uid}/packs/resolvedValues', () => {
  it('resolves what is known, and leaves what only a cluster knows', async () => {
    expect(await resolved(admin())).toEqual({
      one: [
        'region: "of-the-tenant" # kept',
        'pin: "4711-4711"',
        'cluster: {{ .spectro.system.cluster.name }}',
        'project: {{ .spectro.system.project.name }}',
        'profile: 1.0.0',
        'missing: x',
      ].join('\n'),
      two: 'from: "of-the-tenant"\n',
    })
  })

  it('uses the caller’s project', async () => {
    const { users, projects } = stage()
    const { one: values } = await resolved(as(users.projectAdmin, projects.default))
    expect(values).toContain('region: "of-the-project"')
    expect(values).toContain('project: Default')
  })

  it('masks sensitive defaults and macros for users who may not change them', async () => {
    const { users } = stage()
    const { one: values } = await resolved(as(users.tenantViewer))
    expect(values).toContain('pin: "********"')
    expect(values).toContain('region: "********"')
    expect(values).not.toContain('4711')
  })

  it('masks macros inside a layer’s macros too', async () => {
    const url = `/v1/clusterprofiles/${uid}/packs/one`
    const { spec } = (await test.app.inject({ url, headers: as(stage().users.tenantViewer) })).json()
    expect(spec.macros.resolved).toEqual({ region: '********' })
  })

  it('returns the requested layers and expressions', async () => {
    const query = `?references=two&references=${encodeURIComponent('{{.spectro.var.pin}}')}&references=.spectro.macro.region&references=none`
    expect(await resolved(admin(), query)).toEqual({
      two: 'from: "of-the-tenant"\n',
      '{{.spectro.var.pin}}': '4711-4711',
      '.spectro.macro.region': 'of-the-tenant',
    })
  })
})
