import { expect, test } from '../../fixtures.ts'

test('an installation reports that it is ready and which API it has', async ({ request }) => {
  expect((await request.get('/readyz')).status()).toBe(200)
  const api = await request.get('/v1/openapi.json')
  expect(await api.json()).toMatchObject({ openapi: expect.stringMatching(/^3\./) })
})
