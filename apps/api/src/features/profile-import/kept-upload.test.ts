import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { profileJson, uploadOf } from '../../testing/documents.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
const db = test.deps.tenantDb(test.fixtures.stage.uid)
await addRegistry(db, { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0' }] })

const projectAdmin = () => as(test.fixtures.stage.users.projectAdmin, test.fixtures.stage.projects.default)
const tenantAdmin = () => as(test.fixtures.stage.users.tenantAdmin, test.fixtures.stage.projects.default)

const upload = (file: string, url: string) => {
  const { payload, headers } = uploadOf(file)
  return test.app.inject({ method: 'POST', url, payload, headers: { ...projectAdmin(), ...headers } })
}
const validate = (file: string) => upload(file, '/v1/clusterprofiles/import/validate')
const importFile = (file: string) => upload(file, '/v1/clusterprofiles/import/file')

/** Posts the form with a digest instead of the file. */
const postDigest = (path: string, fileDigest: string, more: { headers?: Record<string, string> } = {}) => {
  const body = `--form\r\nContent-Disposition: form-data; name="fileDigest"\r\n\r\n${fileDigest}\r\n--form--\r\n`
  return test.app.inject({
    method: 'POST',
    url: path,
    payload: body,
    headers: { ...(more.headers ?? projectAdmin()), 'content-type': 'multipart/form-data; boundary=form' },
  })
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a file that was validated', () => {
  it('is identified by its SHA-256 in the response', async () => {
    const file = profileJson({ name: 'named' })
    expect((await validate(file)).json().plan.fileDigest).toBe(sha256(file))
  })

  it('is validated again by its digest alone, with the same answer', async () => {
    const first = await validate(profileJson({ name: 'again' }))
    const second = await postDigest('/v1/clusterprofiles/import/validate', first.json().plan.fileDigest)
    expect(second.json()).toEqual(first.json())
  })

  it('is imported by its digest, under its original file name', async () => {
    const file = profileJson({ name: 'imported' })
    await validate(file)
    const answer = await postDigest('/v1/clusterprofiles/import/file', sha256(file))
    expect(answer.statusCode).toBe(201)
    const record = await test.deps.prisma.importRecord.findFirstOrThrow({
      where: { profileUid: answer.json<{ uid: string }>().uid },
    })
    expect(record).toMatchObject({ fileBytes: file.length })
  })

  it('leaves no digest behind from which its secrets could be guessed', async () => {
    const file = profileJson({ name: 'guessed' })
    const { uid } = (await importFile(file)).json<{ uid: string }>()
    await importFile(file)
    const records = await test.app.inject({ url: `/v1/clusterprofiles/${uid}/imports`, headers: tenantAdmin() })
    expect(records.json().items).toHaveLength(1)
    const audited = await test.deps.prisma.auditEvent.findMany()
    expect(audited.map(({ details }) => details)).toContainEqual(expect.stringContaining('"codes"'))
    expect(records.body + JSON.stringify(audited)).not.toContain(sha256(file))
  })

  it('cannot be used by anybody else', async () => {
    const file = profileJson({ name: 'mine' })
    await validate(file)
    const answer = await postDigest('/v1/clusterprofiles/import/validate', sha256(file), { headers: tenantAdmin() })
    expect(answer.json()).toMatchObject({ code: 'UploadNotKept' })
    expect(answer.statusCode).toBe(409)
  })
})

it('is reported with a code of its own if it was never here, so that a client sends it', async () => {
  const answer = await postDigest('/v1/clusterprofiles/import/file', sha256('never sent'))
  expect(answer.json()).toMatchObject({ code: 'UploadNotKept' })
})
