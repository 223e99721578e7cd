import { tabTo } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'
import { signIn } from '../../sign-in.ts'

test('a wrong password is refused without saying what was wrong', async ({ page, accountOf }) => {
  const { email } = accountOf('stage', 'viewer')
  const signInPage = await new SignInPage(page).open()
  await signInPage.signInAs({ email, password: 'not-the-password' })
  await expect(signInPage.refusal).toContainText(/e-mail.*password/i)
  await expect(signInPage.email).toHaveValue(email)
})

test('a visitor who is not signed in is sent to the sign-in page and back', async ({ page, accountOf }) => {
  const admin = accountOf('dev', 'project-admin')
  const path = `${await projectPath(admin)}/settings/macros`
  await page.goto(path)
  const signInPage = new SignInPage(page)
  await expect(signInPage.heading).toBeVisible()
  await signInPage.signInAs(admin)
  await expect(new MacrosPage(page).heading).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(path)
})

test('signing out ends the session', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new ProfileList(page).open()
  const signInPage = await new Frame(page).signOut()
  await expect(signInPage.heading).toBeVisible()
  await page.goto('/tenant/profiles')
  await expect(signInPage.heading).toBeVisible()
})

test('a viewer reads why an import is not permitted', async ({ page, accountOf }) => {
  const viewer = accountOf('dev', 'viewer')
  await signIn(page, viewer)
  const list = await new ProfileList(page).open(`${await projectPath(viewer)}/profiles`)
  const button = page.getByRole('button', { name: 'Import Cluster Profile' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await tabTo(button)
  await expect(page.getByRole('tooltip')).toHaveText('Your roles here lack the permission clusterProfile.create.')
  await expect(list.importProfile).toBeHidden()
  await page.goto(`${await projectPath(viewer)}/profiles/import`)
  await expect(page.getByText('clusterProfile.create')).toBeVisible()
})

test('a viewer sees macros and cannot change them', async ({ page, accountOf }) => {
  const viewer = accountOf('dev', 'viewer')
  await signIn(page, viewer)
  const macros = await new MacrosPage(page).open(await projectPath(viewer))
  await expect(macros.table).toBeVisible()
  await expect(macros.addMacro).toHaveAttribute('aria-disabled', 'true')
  await tabTo(macros.addMacro)
  await expect(page.getByRole('tooltip')).toHaveText('Your roles here lack the permission macro.create.')
})

test('the user menu shows the user and their roles', async ({ page, accountOf }) => {
  const admin = accountOf('stage', 'tenant-admin')
  await signIn(page, admin)
  await new ProfileList(page).open('/tenant/profiles')
  await new Frame(page).user.click()
  await expect(page.getByText(admin.email)).toBeVisible()
  await expect(page.getByText(`Tenant Admin in ${admin.tenant.name} ▸ Tenant`)).toBeVisible()
})

test('objects of another tenant are not found', async ({ page, accountOf }) => {
  const path = await projectPath(accountOf('stage', 'project-admin'))
  await signIn(page, accountOf('dev', 'project-admin'))
  await page.goto(`${path}/profiles`)
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
})
