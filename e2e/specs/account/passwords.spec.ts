import { baseUrl } from '../../access.ts'
import { expectAccessible } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { expect, test } from '../../fixtures.ts'
import { AccountPage } from '../../pages/account.page.ts'
import { HomePage } from '../../pages/home.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { PasswordLinkPage } from '../../pages/frame/password-link.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'
import { prepareInvited, preparePasswordLink, preparePerson } from '../../content/prepare-person.ts'
import { signIn } from '../../sign-in.ts'

const PASSWORD = 'a password of the flows'
const OTHER = 'another password of the flows'
const ROLES = ['Tenant Viewer']

test('a user with the same password in several tenants chooses one after entering it', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admins = [accountOf('stage', 'tenant-admin'), accountOf('dev', 'tenant-admin')]
  const email = scratch.email('both', ...admins)
  for (const admin of admins) await preparePerson(admin, { email, password: PASSWORD, roles: ROLES })
  const signInPage = await new SignInPage(page).open()
  await signInPage.signInAs({ email, password: PASSWORD })
  await expect(signInPage.tenantChoice.getByRole('button').first()).toBeFocused()
  await expect(signInPage.tenant('Stage')).toBeVisible()
  await expectAccessible(page)
  await signInPage.tenant('Dev').click()
  await expect(new HomePage(page).heading).toBeVisible()
  await expect(new Frame(page).scope).toHaveText(/^Dev/)
})

test('a user with different passwords in two tenants is not asked', async ({ page, accountOf, scratch }) => {
  const [stage, dev] = [accountOf('stage', 'tenant-admin'), accountOf('dev', 'tenant-admin')]
  const email = scratch.email('each', stage, dev)
  await preparePerson(stage, { email, password: PASSWORD, roles: ROLES })
  await preparePerson(dev, { email, password: OTHER, roles: ROLES })
  await (await new SignInPage(page).open()).signInAs({ email, password: OTHER })
  await expect(new Frame(page).scope).toHaveText(/^Dev/)
})

test('a user who chose the wrong account goes back to e-mail and password', async ({ page, accountOf, scratch }) => {
  const admins = [accountOf('stage', 'tenant-admin'), accountOf('dev', 'tenant-admin')]
  const email = scratch.email('back', ...admins)
  for (const admin of admins) await preparePerson(admin, { email, password: PASSWORD, roles: ROLES })
  const signInPage = await new SignInPage(page).open()
  await signInPage.signInAs({ email, password: PASSWORD })
  await signInPage.otherAccount.click()
  await expect(signInPage.email).toBeFocused()
})

test('a one-time link sets a password, by keyboard alone, and leads to the sign-in page', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('invited', admin)
  const uid = await prepareInvited(admin, { email, roles: ROLES })
  const link = await new PasswordLinkPage(page).open(await preparePasswordLink(admin, uid))
  await expect(link.next).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type('short')
  await page.keyboard.press('Enter')
  await expect(link.next).toHaveAccessibleDescription(/Use at least 12 characters/)
  await link.set(PASSWORD)
  await expect(link.done).toBeVisible()
  await expect(page).toHaveURL(/\/login$/)
  await expectAccessible(page)
  const signInPage = new SignInPage(page)
  await expect(signInPage.email).toHaveValue(email)
  await expect(signInPage.password).toBeFocused()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(new HomePage(page).heading).toBeVisible()
})

test('a used link says so instead of showing a form, and where to get another', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const uid = await prepareInvited(admin, { email: scratch.email('used', admin), roles: ROLES })
  const address = await preparePasswordLink(admin, uid)
  await (await new PasswordLinkPage(page).open(address)).set(PASSWORD)
  await expect(new PasswordLinkPage(page).done).toBeVisible()
  const again = await new PasswordLinkPage(page).open(address)
  await expect(again.refusal).toHaveText(/Ask for a new one/)
  await expect(again.next).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(new SignInPage(page).email).toBeFocused()
})

test('a password is changed by a user who knows the current one, and other browsers are signed out', async ({
  page,
  browser,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('changes', admin)
  const person = await preparePerson(admin, { email, password: PASSWORD, roles: ROLES })
  const elsewhere = await browser.newContext()
  for (const each of [page, await elsewhere.newPage()]) await signIn(each, { ...admin, ...person })
  const account = await new AccountPage(page).open('/tenant')
  await expectAccessible(page)
  await account.change('not the present one', OTHER)
  await expect(account.refusal).toHaveText(/current password is wrong/i)
  await account.change(PASSWORD, OTHER)
  await expect(new Frame(page).notice('Password changed. You are signed out everywhere else.')).toBeVisible()
  await expect(account.current).toHaveValue('')
  const here = await page.request.get(`${baseUrl()}/v1/console/session`)
  const there = await elsewhere.request.get(`${baseUrl()}/v1/console/session`)
  expect([here.status(), there.status()]).toEqual([200, 401])
  await elsewhere.close()
})

test('passwords that do not match are refused at their field, and nothing is sent', async ({ page, accountOf }) => {
  await signIn(page, accountOf('dev', 'viewer'))
  const account = await new AccountPage(page).open(await projectPath(accountOf('dev', 'viewer')))
  await account.change('whatever', OTHER, `${OTHER}!`)
  await expect(account.repeated).toBeFocused()
  await expect(account.repeated).toHaveAccessibleDescription(/do not match/)
  await expect(account.refusal).toHaveCount(0)
})
