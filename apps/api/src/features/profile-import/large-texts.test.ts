import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { packOf, profileJson, uploadOf, type UploadOptions } from '../../testing/documents.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const db = test.deps.tenantDb(test.fixtures.stage.uid)
await addRegistry(db, { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0' }] })

const upload = (file: string, options: UploadOptions = {}) => {
  const { stage } = test.fixtures
  const { payload, headers } = uploadOf(file, options)
  const url = '/v1/clusterprofiles/import/file'
  const caller = as(stage.users.projectAdmin, stage.projects.default)
  return test.app.inject({ method: 'POST', url, payload, headers: { ...caller, ...headers } })
}

/** Resources like generated manifests: many short documents, deep schemas, long descriptions. */
const generatedManifest = (bytes: number) => {
  const property = (at: number) =>
    `            field${at}:\n              description: |-\n                Says what field ${at} is for, in a sentence.\n              type: string\n`
  const document = `apiVersion: v1\nkind: Thing\nspec:\n  versions:\n    - schema:\n        object:\n          properties:\n${Array.from({ length: 60 }, (_, at) => property(at)).join('')}`
  return Array.from({ length: Math.floor(bytes / (document.length + 4)) }, () => document).join('---\n')
}

describe('importing a file', () => {
  it('accepts manifests as large as those of whole projects', async () => {
    const manifests = [{ name: 'crds', content: generatedManifest(2_000_000) }]
    const packs = [packOf({ type: 'manifest', values: '', manifests })]
    const answer = await upload(profileJson({ name: 'generated', packs }))
    expect(answer.statusCode).toBe(201)
  })

  it('fills a mask with a text as long as a keystore in a Secret', async () => {
    const value = 'k'.repeat(900_000)
    const answer = await upload(profileJson({ name: 'filled', values: 'store: "********"\n' }), {
      decisions: { masks: [{ place: 'packs[0].values#store', action: 'fill', value }] },
    })
    expect(answer.statusCode).toBe(201)
  })
})
