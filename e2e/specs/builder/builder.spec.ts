import { api, ifMatch } from '@waybill/api-client'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, tabTo } from '../../accessibility.ts'
import type { Account } from '../../access.ts'
import { connect } from '../../connect.ts'
import { helloPack } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { openBuilder as openBuilderOf } from '../../open-builder.ts'
import { BuilderPage } from '../../pages/profiles/builder.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'

const SECRET = 'made-up-Value-71'
const PLACE = 'manifests.hello-universe.auth.password'
const VALUES = 'Values of hello-universe'

interface Opening {
  page: Page
  account: Account
  name: string
}

/** Opens a profile with one masked value. */
const openBuilder = (opening: Opening) =>
  openBuilderOf({ ...opening, packs: [helloPack(['auth:', `  password: ${SECRET}`])] })

/** Somebody else changes the info of the open profile. */
async function saveMeanwhile(
  page: Page,
  account: Account,
  metadata: { description: string; labels?: Record<string, string> },
) {
  const connection = await connect(account, 'project')
  const read = await api.profiles.get(connection, { params: { uid: profileUid(page) } })
  if (!read.ok) throw new Error('The profile could not be read')
  const { name, uid, labels } = read.value.metadata
  const sent = { name, annotations: { description: metadata.description }, labels: metadata.labels ?? labels }
  await api.profileEdits.update(ifMatch(connection, read.etag), { params: { uid }, body: { metadata: sent } })
}

const profileUid = (page: Page) => new URL(page.url()).pathname.split('/').at(-2) ?? ''

test('values and info are changed and published together, and a masked value is kept', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('builder', account) })
  await builder.append(VALUES, '# changed here\n')
  await builder.editInfo({ description: 'Changed in the builder', labels: 'team: web\nurgent' })
  await expect(builder.state).toHaveText('3 changes')
  await builder.publish()
  const profile = new ProfilePage(page)
  await expect(page.getByRole('paragraph').filter({ hasText: 'Changed in the builder' })).toBeVisible()
  await expect(profile.text(VALUES)).toContainText('# changed here')
  await profile.revealButton(PLACE).click()
  await expect(profile.maskedValues('hello-universe')).toContainText(SECRET)
})

test('changes of a published version are proposed as the next version, and the published one is kept', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('next', account)
  const builder = await openBuilder({ page, account, name })
  await builder.append(VALUES, '# of this version\n')
  await builder.publish()
  const profile = new ProfilePage(page)
  await profile.openBuilder()
  await builder.append(VALUES, '# in the draft\n')
  await builder.openReview()
  await builder.saveAs('Save as draft of 1.0.0')
  await expect(page.getByText('Draft waiting')).toBeVisible()
  await expect(profile.text(VALUES)).not.toContainText('# in the draft')
  await page.getByRole('button', { name: 'Draft', exact: true }).click()
  await expect(profile.text(VALUES)).toContainText('# in the draft')
  await profile.openBuilder()
  await builder.append(VALUES, '# of the next version\n')
  const connection = await connect(account, 'project')
  const clone = { params: { uid: profileUid(page) }, body: { metadata: { name, version: '1.1.0' } } }
  expect((await api.profileEdits.clone(connection, clone)).ok).toBe(true)
  await builder.openReview()
  await builder.saveAs('Save as 1.1.0')
  await expect(builder.dialog.getByText('1.1.0 was created meanwhile')).toBeVisible()
  await builder.saveAs('Save as 1.2.0')
  await expect(page.getByText('1.2.0 was saved as a draft.')).toBeVisible()
  await expect(profile.text(VALUES)).toContainText('# of the next version')
  await profile.openTab('Versions')
  await expect(page.getByRole('table', { name: /^Versions of/ })).toContainText('1.0.0')
  await profile.openTab('Layers')
  await profile.revealButton(PLACE).click()
  await expect(profile.maskedValues('hello-universe')).toContainText(SECRET)
})

test('a masked value is a badge in the editor, can be revealed beside it, and can be overwritten', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('badge', account) })
  const badge = builder.text(VALUES).getByRole('img', { name: 'Sensitive, not shown' })
  await expect(badge).toBeVisible()
  await builder.revealButton(PLACE).click()
  await expect(builder.maskedValues('hello-universe')).toContainText(SECRET)
  await expect(builder.state).toHaveText('0 changes')
  await badge.click()
  await page.keyboard.type('another-made-up-8')
  await expect(badge).toHaveCount(0)
  await builder.saveAsDraft()
  await expect(page.getByText('Saved as a draft.')).toBeVisible()
  const profile = new ProfilePage(page)
  await profile.revealButton(PLACE).click()
  await expect(profile.maskedValues('hello-universe')).toContainText('another-made-up-8')
})

test('problems are found while typing, and each links to its line', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('problems', account) })
  await builder.append(VALUES, '\nextra: "********"\n')
  await expect(builder.problems(VALUES)).toContainText('Nothing is stored behind this mask')
  await expect(builder.state).toHaveText('1 change · 1 problem')
  await builder.problems(VALUES).getByRole('button').click()
  await expect(builder.text(VALUES)).toBeFocused()
  await builder.openReview()
  await expect(builder.saveDraft).toBeDisabled()
})

test('values are checked against the schema of their pack while typing', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = scratch.profileName('schema', account)
  const builder = await openBuilderOf({ page, account, name, packs: [helloPack(['port: 8080'])] })
  await builder.replace(VALUES, 'manifests:\n  hello-universe:\n    replicas: many\n')
  await expect(builder.problems(VALUES)).toContainText('Line 3')
  await expect(builder.state).toHaveText('1 change · 1 problem')
  await builder.problems(VALUES).getByRole('button').click()
  await expect(builder.text(VALUES)).toBeFocused()
  await builder.replace(VALUES, 'manifests:\n  hello-universe:\n    replicas: 3\n')
  await expect(builder.state).toHaveText('1 change')
})

test('changes are undone, redone and discarded', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('undo', account) })
  await builder.append(VALUES, '# typed')
  await builder.undo.click()
  await expect(builder.text(VALUES)).not.toContainText('# typed')
  await builder.redo.click()
  await expect(builder.text(VALUES)).toContainText('# typed')
  await builder.discard.click()
  await expect(builder.state).toHaveText('0 changes')
  await expect(builder.text(VALUES)).not.toContainText('# typed')
})

test('input survives a reload, except for its secrets', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('reload', account) })
  await builder.append(VALUES, '# typed before\n')
  await builder.append(VALUES, 'database: {password: another-Made-up-9}\n')
  const kept = () => page.evaluate(() => Object.values<string>(localStorage).join('\n'))
  await expect.poll(kept).toContain('********')
  expect(await kept()).not.toContain('another-Made-up-9')
  await page.reload()
  await expect(page.getByText('Your unsaved changes were restored.')).toBeVisible()
  await expect(builder.text(VALUES)).toContainText('# typed before')
})

test('two tabs keep and discard only their own changes', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('tabs', account) })
  await builder.append(VALUES, '# of the first tab\n')
  const address = page.url()
  const second = await page.context().newPage()
  await second.goto(address)
  const other = new BuilderPage(second)
  await other.editInfo({ description: 'Of the second tab' })
  await expect(other.state).toHaveText('1 change')
  await other.openReview()
  await other.saveDraft.click()
  await expect(second.getByText('Saved as a draft.')).toBeVisible()
  await page.reload()
  await expect(builder.text(VALUES)).toContainText('# of the first tab')
  await page.close()
  await second.goto(address)
  await expect(other.text(VALUES)).toContainText('# of the first tab')
})

test('a wrong click asks first, and loses nothing', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('leave', account) })
  await builder.append(VALUES, '# typed')
  await page.getByRole('link', { name: 'Cluster Profiles' }).first().click()
  await page.getByRole('button', { name: 'Stay' }).click()
  await expect(builder.text(VALUES)).toContainText('# typed')
})

test('what somebody else saved meanwhile is merged, and nothing is overwritten', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('meanwhile', account) })
  await builder.append(VALUES, '# mine\n')
  await builder.editInfo({ description: 'Mine' })
  await saveMeanwhile(page, account, { description: 'Theirs', labels: { theirs: 'yes' } })
  await builder.openReview()
  await builder.saveDraft.click()
  await expect(builder.merge).toBeFocused()
  await builder.merge.click()
  await expect(builder.meanwhile).toBeFocused()
  await expect(builder.conflict('Description')).toBeInViewport()
  await expect(builder.text(VALUES)).toContainText('# mine')
  await builder.conflict('Description').getByRole('button', { name: 'Theirs' }).click()
  await expect(builder.state).toHaveText('1 change')
  await builder.publish()
  await expect(page.getByText('Theirs', { exact: true })).toBeVisible()
  await expect(page.getByText('theirs:yes')).toBeVisible()
})

test('Undo and Redo work across what somebody else saved, which is kept', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('undone', account) })
  await builder.append(VALUES, '# mine\n')
  await saveMeanwhile(page, account, { description: 'Theirs' })
  await builder.openReview()
  await builder.saveDraft.click()
  await builder.merge.click()
  await expect(builder.meanwhile).toBeFocused()
  await expect(builder.state).toHaveText('1 change')

  await builder.undo.click()
  await expect(builder.state).toHaveText('0 changes')
  await expect(builder.text(VALUES)).not.toContainText('# mine')
  await expect(page.getByText('Theirs', { exact: true })).toBeVisible()
  await builder.redo.click()
  await expect(builder.state).toHaveText('1 change')
  await expect(builder.text(VALUES)).toContainText('# mine')

  await builder.publish()
  await expect(new ProfilePage(page).text(VALUES)).toContainText('# mine')
  await expect(page.getByText('Theirs', { exact: true })).toBeVisible()
})

test('changes kept over a reload are merged with what somebody else saved meanwhile', async ({
  page,
  accountOf,
  scratch,
}) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('kept', account) })
  await builder.append(VALUES, '# mine\n')
  await builder.editInfo({ description: 'Mine' })
  const kept = () => page.evaluate(() => Object.values<string>(localStorage).join('\n'))
  await expect.poll(kept).toContain('Mine')
  await saveMeanwhile(page, account, { description: 'Theirs', labels: { theirs: 'yes' } })
  await page.reload()
  await expect(builder.meanwhile).toContainText(/\S saved 2 changes at /)
  await expect(builder.meanwhile).toContainText('Description, Tags.')
  await expect(builder.conflict('Description')).toBeVisible()
  await builder.append(VALUES, '# more of mine\n')
  await expect.poll(kept).toContain('"conflicts":["info.description"]')
  await page.reload()
  await builder.conflict('Description').getByRole('button', { name: 'Theirs' }).click()
  await expect(builder.state).toHaveText('1 change')
  await expect(builder.text(VALUES)).toContainText('# mine')
})

test('the builder is used by keyboard alone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('keys', account) })
  await tabTo(builder.text(VALUES))
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('# by keys')
  await tabTo(builder.review)
  await page.keyboard.press('Enter')
  await tabTo(builder.saveDraft)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved as a draft.')).toBeVisible()
})

test('the builder keeps to WCAG, also with its dialogs open and on a phone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const builder = await openBuilder({ page, account, name: scratch.profileName('wcag', account) })
  await builder.append(VALUES, '\nextra: "********"\n')
  await expect(builder.problems(VALUES)).toBeVisible()
  await expectAccessible(page)
  await builder.openReview()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Edit info' }).click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
})
