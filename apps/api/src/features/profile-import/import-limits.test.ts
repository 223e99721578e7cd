import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { profileJson, uploadOf } from '../../testing/documents.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp({ settings: { MAX_TEXT_BYTES: '65536', MAX_FILE_BYTES: '1048576' } })
const db = test.deps.tenantDb(test.fixtures.stage.uid)
await addRegistry(db, { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0' }] })

const upload = (file: string) => {
  const { stage } = test.fixtures
  const { payload, headers } = uploadOf(file)
  const url = '/v1/clusterprofiles/import/file'
  const caller = as(stage.users.projectAdmin, stage.projects.default)
  return test.app.inject({ method: 'POST', url, payload, headers: { ...caller, ...headers } })
}

describe('limits that are set', () => {
  it('refuse a longer text, naming the setting', async () => {
    const answer = await upload(profileJson({ values: `# ${'x'.repeat(65_536)}\n` }))
    expect(answer.json()).toMatchObject({
      code: 'LimitExceeded',
      details: [
        {
          message: expect.stringContaining("64 KB in one text are allowed (the server's setting MAX_TEXT_BYTES"),
        },
      ],
    })
  })

  it('refuse a larger file', async () => {
    const answer = await upload(profileJson() + ' '.repeat(1_048_576))
    expect(answer.statusCode).toBe(413)
  })

  it('accept what is within them', async () => {
    expect((await upload(profileJson({ values: `# ${'x'.repeat(60_000)}\n` }))).statusCode).toBe(201)
  })
})
