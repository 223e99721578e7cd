import type { Page } from '@playwright/test'
import type { account } from '../../access.ts'
import { expectAccessible, tabTo } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import type { ExportDialog } from '../../pages/profiles/export-dialog.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import type { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import type { Scratch } from '../../content/scratch.ts'
import { signIn } from '../../sign-in.ts'

const LIKELY = 'quay-Harbour-47'
const PLAIN = 'welcome-aboard'
const LIKELY_PATH = 'manifests.hello-universe.smtpPassword'
const PLAIN_PATH = 'manifests.hello-universe.greeting'
const VALUES = 'Values of hello-universe'

interface Hands {
  accountOf: typeof account
  scratch: Scratch
}

/** A new profile with one value that looks like a secret and one that does not; it may be opened as another user. */
async function openOwn(page: Page, { accountOf, scratch }: Hands, part: 'project-admin' | 'viewer' = 'project-admin') {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('export', admin)
  const packs = [helloPack([`smtpPassword: ${LIKELY}`, `greeting: ${PLAIN}`])]
  await prepareProfile(admin, profileText({ name, packs }))
  await signIn(page, accountOf('dev', part))
  const list = await new ProfileList(page).open(`${await projectPath(admin)}/profiles`)
  await list.search.fill(name)
  await expect(list.rows).toHaveCount(1)
  return list.openProfile(name)
}

async function openYaml(profile: ProfilePage): Promise<ExportDialog> {
  const dialog = await profile.openExport()
  await dialog.chooseFormat('YAML')
  await expect(dialog.file).toContainText('smtpPassword')
  return dialog
}

test('a value that looks like a secret is exported masked, and the footer counts it', async ({
  page,
  accountOf,
  scratch,
}) => {
  const dialog = await (await openOwn(page, { accountOf, scratch })).openExport()
  await expect(dialog.tick(LIKELY_PATH)).toBeChecked()
  await expect(dialog.dialog).toContainText('1 masked')
  const { text } = await dialog.export()
  expect(text).not.toContain(LIKELY)
})

test('clearing a checkbox leaves one value in clear', async ({ page, accountOf, scratch }) => {
  const dialog = await (await openOwn(page, { accountOf, scratch })).openExport()
  await dialog.tick(LIKELY_PATH).uncheck()
  await expect(dialog.dialog).toContainText('1 left in clear by you')
  const { text } = await dialog.export()
  expect(text).toContain(LIKELY)
})

test('a viewer sees disabled checkboxes with the permission that they need', async ({ page, accountOf, scratch }) => {
  const dialog = await (await openOwn(page, { accountOf, scratch }, 'viewer')).openExport()
  await expect(dialog.tick(LIKELY_PATH)).toBeDisabled()
  await expect(dialog.tick(LIKELY_PATH)).toHaveAccessibleDescription(/clusterProfile\.update/)
  const { text } = await dialog.export()
  expect(text).not.toContain(LIKELY)
})

test('a value marked in the file is masked, and in the next export too', async ({ page, accountOf, scratch }) => {
  const profile = await openOwn(page, { accountOf, scratch })
  const dialog = await openYaml(profile)
  await dialog.chooseInFile(PLAIN)
  await expect(dialog.chosen).toContainText(PLAIN_PATH)
  await dialog.markAsSecret()
  await expect(dialog.file).not.toContainText(PLAIN)
  await dialog.cancel.click()
  const next = await profile.openExport()
  await expect(next.finding(PLAIN_PATH)).toContainText('Marked by a person')
  const { text } = await next.export()
  expect(text).not.toContain(PLAIN)
})

test('a finding declared not to be a secret is exported in clear until that is undone', async ({
  page,
  accountOf,
  scratch,
}) => {
  const dialog = await openYaml(await openOwn(page, { accountOf, scratch }))
  await dialog.sayNotSecret(LIKELY_PATH)
  await expect(dialog.file).toContainText(LIKELY)
  await dialog.undo.click()
  await expect(dialog.file).not.toContainText(LIKELY)
})

test('a finding leads to its place in the file, and the place to its finding', async ({ page, accountOf, scratch }) => {
  const dialog = await openYaml(await openOwn(page, { accountOf, scratch }))
  await dialog.showInFile(LIKELY_PATH)
  await expect(dialog.chosen).toContainText(LIKELY_PATH)
  await dialog.chooseInFile(PLAIN)
  await expect(dialog.finding(LIKELY_PATH)).not.toHaveAttribute('aria-current')
  await dialog.chooseInFile('********')
  await expect(dialog.finding(LIKELY_PATH)).toHaveAttribute('aria-current')
})

test('the dialog is used and a value marked by keyboard', async ({ page, accountOf, scratch }) => {
  const dialog = await openYaml(await openOwn(page, { accountOf, scratch }))
  await tabTo(dialog.file)
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+End')
    for (let line = 0; line < 40; line += 1) {
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('End')
      // The selection is rendered after the key press.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      if ((await dialog.chosen.textContent())?.includes(PLAIN_PATH)) break
    }
    await expect(dialog.chosen).toContainText(PLAIN_PATH, { timeout: 2_000 })
  }).toPass()
  await tabTo(dialog.chosen.getByRole('button', { name: /^Mark as secret/ }))
  await page.keyboard.press('Enter')
  await expect(dialog.file).not.toContainText(PLAIN)
  await tabTo(dialog.submit)
})

test('the dialog with a selected value and a notice is accessible', async ({ page, accountOf, scratch }) => {
  const dialog = await openYaml(await openOwn(page, { accountOf, scratch }))
  await dialog.sayNotSecret(LIKELY_PATH)
  await expect(dialog.undo).toBeVisible()
  await dialog.chooseInFile(PLAIN)
  await expectAccessible(page)
})

test('a value is marked in the text of a layer and unmarked from the notice', async ({ page, accountOf, scratch }) => {
  const profile = await openOwn(page, { accountOf, scratch })
  await profile.chooseInText(VALUES, PLAIN)
  await profile.chosenValue.getByRole('button', { name: /^Mark as secret/ }).click()
  await expect(profile.text(VALUES)).not.toContainText(PLAIN)
  await new Frame(page).notice('marked as secret').getByRole('button', { name: 'Undo' }).click()
  await expect(profile.text(VALUES)).toContainText(PLAIN)
})

test('the context menu of a value in the text of a layer marks it', async ({ page, accountOf, scratch }) => {
  const profile = await openOwn(page, { accountOf, scratch })
  await profile.chooseInText(VALUES, PLAIN, 'right')
  await page.getByRole('menuitem', { name: 'Mark as secret' }).click()
  await expect(profile.text(VALUES)).not.toContainText(PLAIN)
})

test('a viewer cannot mark anything in the text of a layer', async ({ page, accountOf, scratch }) => {
  const profile = await openOwn(page, { accountOf, scratch }, 'viewer')
  await profile.chooseInText(VALUES, PLAIN)
  const mark = profile.chosenValue.getByRole('button', { name: /^Mark as secret/ })
  await expect(mark).toBeDisabled()
  await mark.hover()
  await expect(page.getByRole('tooltip')).toContainText('clusterProfile.update')
})
