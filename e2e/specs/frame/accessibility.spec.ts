import type { Page } from '@playwright/test'
import type { account } from '../../access.ts'
import { expectAccessible } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { signIn } from '../../sign-in.ts'

async function signInToDev(page: Page, accountOf: typeof account): Promise<string> {
  const admin = accountOf('dev', 'project-admin')
  await signIn(page, admin)
  return projectPath(admin)
}

test('the menus of the frame are accessible', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new ProfileList(page).open('/tenant/profiles')
  const frame = new Frame(page)
  for (const menu of [frame.scope, frame.theme, frame.user]) {
    await menu.click()
    await expect(page.getByRole('menu')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
  }
})

test('the dialogs of macros are accessible', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  const macros = await new MacrosPage(page).open('/tenant')
  const dialog = await macros.openAdd()
  await expect(dialog.name).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(await macros.openDelete('domain')).toBeVisible()
  await expectAccessible(page)
})

test('the confirmation before leaving an import is accessible', async ({ page, accountOf }) => {
  const wizard = await new ImportWizard(page).open(await signInToDev(page, accountOf))
  await wizard.uploadFile.upload({ name: 'p.json', content: profileText({ name: 'left' }) })
  await expect(wizard.uploadFile.summary).toBeVisible()
  await wizard.cancel.click()
  await expect(wizard.leaveDialog).toBeVisible()
  await expectAccessible(page)
})

test('the result of an import is accessible', async ({ page, accountOf, scratch }) => {
  const name = scratch.profileName('accessible', accountOf('dev', 'project-admin'))
  const wizard = await new ImportWizard(page).open(await signInToDev(page, accountOf))
  await wizard.uploadFile.upload({ name: 'p.json', content: profileText({ name }) })
  await wizard.next.click()
  await expect(wizard.validate.verdict).toContainText('Ready to import')
  await wizard.next.click()
  await wizard.confirm.submit.click()
  await expect(wizard.confirm.imported(`${name} 1.0.0`)).toBeVisible()
  await expectAccessible(page)
})

test('pages that cannot be shown are accessible', async ({ page, accountOf }) => {
  await signIn(page, accountOf('dev', 'viewer'))
  const path = await projectPath(accountOf('dev', 'viewer'))
  for (const address of [`${path}/nothing`, `${path}/profiles/import`, '/tenant/profiles']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})
