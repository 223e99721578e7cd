import type { ImportValidateResponse } from '@waybill/api-contract'
import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { packOf, profileJson, uploadOf } from '../../testing/documents.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const publicRepo = await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), {
  name: 'Public Repo',
  packs: [
    { name: 'page', version: '1.0.0' },
    { name: 'page', version: '1.1.0' },
  ],
})

const headers = () => as(test.fixtures.stage.users.projectAdmin, test.fixtures.stage.projects.default)

function send(operation: 'file' | 'validate', file: string, decisions: object) {
  const upload = uploadOf(file, { decisions })
  const url = `/v1/clusterprofiles/import/${operation}`
  return test.app.inject({
    method: 'POST',
    url,
    payload: upload.payload,
    headers: { ...headers(), ...upload.headers },
  })
}

describe('decisions about layers', () => {
  it('leave an add-on out and edit values, and are recorded', async () => {
    const packs = [packOf({ name: 'nowhere' }), packOf({ values: 'replicas: [1' })]
    const file = profileJson({ packs })
    const decisions = { leftOut: [0], values: { 1: 'replicas: 2\n' } }
    const answer = await send('file', file, decisions)
    expect(answer.statusCode).toBe(201)
    const { uid } = answer.json<{ uid: string }>()
    const profile = await test.app.inject({ url: `/v1/clusterprofiles/${uid}`, headers: headers() })
    expect(profile.json().spec.draft.packs).toMatchObject([{ name: 'page', values: 'replicas: 2\n' }])
    const records = await test.app.inject({ url: `/v1/clusterprofiles/${uid}/imports`, headers: headers() })
    expect(records.json()).toMatchObject({
      items: [
        {
          decisions: { leftOut: [{ layerName: 'nowhere', version: '1.0.0' }], editedValues: ['page'] },
          created: { layers: 1 },
        },
      ],
    })
  })

  it('about other texts make another plan', async () => {
    const file = profileJson()
    const validate = async (values: string) => {
      const answer = await send('validate', file, { values: { 0: values } })
      return answer.json<ImportValidateResponse>().plan.digest
    }
    expect(await validate('replicas: 2\n')).not.toBe(await validate('replicas: 3\n'))
  })

  it('show how a version differs from the file’s', async () => {
    const decisions = { packVersions: { 0: '1.1.0' }, registries: { 0: publicRepo } }
    const answer = await send('validate', profileJson(), decisions)
    expect(answer.json<ImportValidateResponse>().plan.layers).toMatchObject([
      { fileVersion: '1.0.0', version: '1.1.0', versionChange: 'newer' },
    ])
  })
})
