import { projectPath } from '../../connect.ts'
import { helloPack, profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { expectAccessible } from '../../accessibility.ts'
import { HomePage } from '../../pages/home.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ImportWizard } from '../../pages/import/import-wizard.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { SessionDialog } from '../../pages/frame/session-dialog.page.ts'
import { signIn } from '../../sign-in.ts'

const PLACE = 'hello-universe › manifests.hello-universe.dbPassword'

test('a session that ends in the wizard is renewed over the page, which keeps the file, the decisions and typed secrets', async ({
  page,
  context,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  await signIn(page, admin)
  const name = scratch.profileName('ended', admin)
  const wizard = await new ImportWizard(page).open(await projectPath(admin))
  const content = profileText({ name, packs: [helloPack(['dbPassword: "********"'])] })
  await wizard.uploadFile.upload({ name: 'profile.json', content })
  await wizard.next.click()
  await wizard.validate.fill(PLACE, 'typed-value')
  await wizard.next.click()
  await expect(wizard.confirm.submit).toBeVisible()
  await context.clearCookies()
  await wizard.confirm.submit.click()
  const dialog = new SessionDialog(page)
  await expect(dialog.password).toBeFocused()
  await expectAccessible(page)
  await dialog.signInAgain('wrong')
  await expect(dialog.ended.getByRole('alert')).toHaveText(/E-mail or password is wrong/)
  await dialog.signInAgain(admin.password)
  await expect(wizard.confirm.imported(`${name} 1.0.0`)).toBeVisible()
})

test('a session that ends under an open form is renewed over it, and the form is sent', async ({
  page,
  context,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  await signIn(page, admin)
  const macros = await new MacrosPage(page).open(await projectPath(admin))
  const name = scratch.macroName('ended', admin)
  const form = await macros.openAdd()
  await form.name.fill(name)
  await form.value.fill('typed')
  await context.clearCookies()
  await form.submit.click()
  const dialog = new SessionDialog(page)
  await expect(dialog.ended).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog.ended).toBeHidden()
  await expect(form.value).toHaveValue('typed')
  await dialog.again.click()
  await dialog.signInAgain(admin.password)
  await expect(macros.rows(name)).toBeVisible()
})

test('a link followed after the session has ended opens its page after signing in again', async ({
  page,
  context,
  accountOf,
}) => {
  const admin = accountOf('dev', 'project-admin')
  await signIn(page, admin)
  await new ProfileList(page).open()
  await context.clearCookies()
  await new Frame(page).openFromMenu('Packs')
  await new SessionDialog(page).signInAgain(admin.password)
  await expect(page.getByRole('heading', { name: 'Packs', level: 1 })).toBeVisible()
})

test('a page whose browser is now signed in as somebody else says so, and reloads as them', async ({
  page,
  accountOf,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const other = accountOf('stage', 'tenant-admin')
  await signIn(page, admin)
  await new ProfileList(page).open()
  await signIn(page, other)
  const frame = new Frame(page)
  await frame.openFromMenu('Packs')
  const dialog = new SessionDialog(page)
  await expect(dialog.other).toContainText(other.email)
  await expectAccessible(page)
  await expect(dialog.other).toContainText(`signed in as ${other.email} now`)
  await dialog.loadAnew()
  await expect(frame.scope).toHaveText(/^Stage/)
  await expect(new HomePage(page).heading).toBeVisible()
})
