import type { Page } from '@playwright/test'
import type { Account } from '../../access.ts'
import { projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

/** Uploads a file with one masked value and continues to Validate. */
async function startImport(page: Page, admin: Account, name: string): Promise<ImportWizard> {
  await signIn(page, admin)
  const wizard = await new ImportWizard(page).open(await projectPath(admin))
  const content = profileText({ name, packs: [helloPack(['dbPassword: "********"'])] })
  await wizard.uploadFile.upload({ name: 'profile.json', content })
  await expect(wizard.uploadFile.summary).toBeVisible()
  await wizard.next.click()
  await expect(wizard.validate.verdict).toContainText('1 problem to fix')
  return wizard
}

const PLACE = 'hello-universe › manifests.hello-universe.dbPassword'

test('going back and forth keeps the file and every decision', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('kept', admin)
  const other = scratch.profileName('kept-as', admin)
  const wizard = await startImport(page, admin, name)
  await wizard.validate.rename(other)
  await wizard.validate.fill(PLACE, 'typed-value')
  await wizard.next.click()
  await expect(wizard.step).toHaveText('Confirm')
  await expect(wizard.confirm.differs.getByRole('listitem')).toHaveText(`Profile: ${name} 1.0.0 → ${other} 1.0.0`)
  await wizard.goToStep('Upload file')
  await expect(wizard.uploadFile.summary).toContainText(name)
  await wizard.next.click()
  await expect(wizard.validate.row(PLACE)).toContainText('has been entered.')
  await expect(wizard.validate.group('Name and version')).toContainText(`${other} 1.0.0 is free`)
  await wizard.validate.change(wizard.validate.row(PLACE))
  await expect(page.getByRole('textbox', { name: `Value of ${PLACE}` })).toHaveValue('typed-value')
})

test("the browser's back button goes one step back", async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const wizard = await startImport(page, admin, scratch.profileName('history', admin))
  await wizard.validate.leaveEmpty(PLACE)
  await wizard.next.click()
  await expect(wizard.step).toHaveText('Confirm')
  await page.goBack()
  await expect(wizard.step).toHaveText('Validate')
  await page.goBack()
  await expect(wizard.step).toHaveText('Upload file')
  await page.goForward()
  await expect(wizard.step).toHaveText('Validate')
})

test("the browser's back button leads from a finished import to where it was started", async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const [name, other] = [scratch.profileName('done', admin), scratch.profileName('done-too', admin)]
  await signIn(page, admin)
  const list = new ProfileList(page)
  const importAs = async (wizard: ImportWizard, as: string) => {
    await wizard.uploadFile.upload({ name: 'profile.json', content: profileText({ name: as, packs: [helloPack()] }) })
    await wizard.next.click()
    await expect(wizard.validate.verdict).toContainText('Ready to import')
    await wizard.next.click()
    await wizard.confirm.submit.click()
    await expect(wizard.confirm.imported(`${as} 1.0.0`)).toBeVisible()
  }
  await page.goto(`${await projectPath(admin)}/profiles`)
  const wizard = await list.openImport()
  await importAs(wizard, name)
  await page.goBack()
  await expect(list.row(name)).toBeVisible()

  await importAs(await list.openImport(), other)
  const profile = await wizard.confirm.openProfile()
  await expect(profile.heading).toHaveText(other)
  await page.goBack()
  await expect(list.row(other)).toBeVisible()
})

test('leaving a started import asks first', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const wizard = await startImport(page, admin, scratch.profileName('left', admin))
  await wizard.cancel.click()
  await expect(wizard.leaveDialog).toBeVisible()
  await wizard.stay()
  await expect(wizard.step).toHaveText('Validate')
  await wizard.cancel.click()
  await wizard.leave()
  await expect(new ProfileList(page).heading).toBeVisible()
})

test('a reload says that the import starts over', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const wizard = await startImport(page, admin, scratch.profileName('reloaded', admin))
  await page.reload()
  await expect(wizard.step).toHaveText('Upload file')
  await expect(wizard.startsOver).toBeVisible()
})

test('each step moves the focus to its heading', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'project-admin')
  const wizard = await startImport(page, admin, scratch.profileName('focus', admin))
  await expect(wizard.step).toBeFocused()
  await wizard.validate.leaveEmpty(PLACE)
  await wizard.next.click()
  await expect(wizard.step).toHaveText('Confirm')
  await expect(wizard.step).toBeFocused()
})

test('an import that became stale is refused with a way back, and everything is kept', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('stale', admin)
  const wizard = await startImport(page, admin, name)
  await wizard.validate.fill(PLACE, 'typed-value')
  await wizard.next.click()
  await expect(wizard.confirm.publish).toBeVisible()
  await prepareProfile(admin, profileText({ name }))
  await wizard.confirm.submit.click()
  await expect(wizard.confirm.refused).toHaveText(`${name} 1.0.0 was not imported`)
  await expect(page.getByText('Nothing was imported. The file and your decisions are kept.')).toBeVisible()
  await wizard.confirm.backToValidate.click()
  await expect(wizard.validate.row(PLACE)).toContainText('has been entered.')
  await wizard.validate.useNextVersion()
  await expect(wizard.validate.verdict).toContainText('Ready to import')
  await wizard.next.click()
  await wizard.confirm.submit.click()
  await expect(wizard.confirm.imported(`${name} 1.0.1`)).toBeVisible()
})

test('after a lost connection, Back to Confirm works once the server answers again', async ({
  page,
  context,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('dropped', admin)
  const wizard = await startImport(page, admin, name)
  await wizard.validate.fill(PLACE, 'typed-value')
  await wizard.next.click()
  await expect(wizard.confirm.publish).toBeVisible()
  await context.setOffline(true)
  await wizard.confirm.submit.click()
  await expect(wizard.confirm.uncertain(`${name} 1.0.0`)).toBeVisible()
  await wizard.confirm.backToConfirm.click()
  await expect(wizard.step).toHaveText('Confirm')
  await expect(wizard.step).toBeFocused()
  await expect(page.getByText('The server could not check the file. Check again first.')).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Check again' }).click()
  await wizard.confirm.submit.click()
  await expect(wizard.confirm.imported(`${name} 1.0.0`)).toBeVisible()
})
