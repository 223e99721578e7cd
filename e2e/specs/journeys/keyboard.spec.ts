import { tabTo } from '../../accessibility.ts'
import { chooseFileWithEnter } from '../../by-keyboard.ts'
import { projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { HomePage } from '../../pages/home.page.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'

test('a profile is imported by the keyboard alone', async ({ page, accountOf, scratch }) => {
  test.slow()
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.profileName('keyboard', admin)
  const macro = scratch.macroName('key', admin)
  const values = ['dbPassword: "********"', 'apiKey: "********"', `zone: "{{ .spectro.macro.${macro} }}"`]
  const content = profileText({ name, packs: [helloPack(values, '1.3.9')] })
  const wizard = new ImportWizard(page)
  const { keyboard } = page

  await page.goto(`/login?next=${encodeURIComponent(`${await projectPath(admin)}/profiles`)}`)
  await expect(new SignInPage(page).email).toBeFocused()
  await keyboard.type(admin.email)
  await keyboard.press('Tab')
  await keyboard.type(admin.password)
  await keyboard.press('Enter')

  const list = new ProfileList(page)
  await expect(list.heading).toBeVisible()
  await tabTo(list.importProfile)
  await keyboard.press('Enter')
  await expect(wizard.heading).toBeFocused()

  await tabTo(wizard.uploadFile.choose)
  const chooser = await chooseFileWithEnter(page)
  await chooser.setFiles({ name: 'keyboard.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  await expect(wizard.uploadFile.summary).toBeVisible()
  await tabTo(wizard.next)
  await keyboard.press('Enter')

  await expect(wizard.step).toHaveText('Validate')
  await expect(wizard.step).toBeFocused()
  await expect(wizard.validate.verdict).toContainText('4 problems to fix')
  await tabTo(page.getByRole('combobox', { name: 'Version available here' }))
  await keyboard.press('ArrowDown')
  await expect(wizard.validate.group('Packs')).toContainText('→ 1.3.1, ')
  await tabTo(page.getByRole('textbox', { name: `Value of ${macro}` }))
  await keyboard.type('zone-a')
  await tabTo(page.getByRole('textbox', { name: /^Value of .*dbPassword$/ }))
  await keyboard.type('typed-value')
  await tabTo(wizard.validate.row('apiKey').getByRole('button', { name: 'Leave empty' }))
  await keyboard.press('Enter')
  await expect(wizard.validate.verdict).toContainText('Ready to import')
  await tabTo(wizard.next)
  await keyboard.press('Enter')

  await expect(wizard.step).toHaveText('Confirm')
  await expect(wizard.step).toBeFocused()
  await tabTo(wizard.confirm.draft)
  await keyboard.press('ArrowDown')
  await expect(wizard.confirm.publish).toBeChecked()
  await tabTo(wizard.confirm.submit)
  await keyboard.press('Enter')
  await expect(wizard.confirm.imported(`${name} 1.0.0`)).toBeFocused()
  await tabTo(page.getByRole('link', { name: 'Open profile' }))
  await keyboard.press('Enter')
  await expect(new ProfilePage(page).heading).toHaveText(name)
  await expect(new ProfilePage(page).heading).toBeFocused()
})

test('the first Tab skips to the content', async ({ page, accountOf }) => {
  await (await new SignInPage(page).open()).signInAs(accountOf('stage', 'tenant-admin'))
  const home = new HomePage(page)
  await expect(home.heading).toBeVisible()
  await tabTo(page.getByRole('link', { name: 'Skip to content' }))
  await page.keyboard.press('Enter')
  await tabTo(home.updates.getByRole('link').first())
})
