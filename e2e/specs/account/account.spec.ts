import { baseUrl } from '../../access.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { connect } from '../../connect.ts'
import { expect, test } from '../../fixtures.ts'
import { AccountPage } from '../../pages/account.page.ts'
import { ApiKeysPage } from '../../pages/settings/api-keys.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { prepareApiKey, preparePerson, statusOfKey } from '../../content/prepare-person.ts'
import { signIn } from '../../sign-in.ts'

const PASSWORD = 'a password of the flows'
const ROLES = ['Tenant Viewer']

test('users see where they are signed in, and sign out there', async ({ page, browser, accountOf, scratch }) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('sessions', admin)
  const person = await preparePerson(admin, { email, password: PASSWORD, roles: ROLES })
  const there = await browser.newContext({ userAgent: 'phone-of-the-test/1.0' })
  await signIn(page, { ...admin, ...person })
  await signIn(await there.newPage(), { ...admin, ...person })
  const account = await new AccountPage(page).open('/tenant')
  await expect(account.session('This one')).toContainText(/(Chrome|Chromium|HeadlessChrome).* on /)
  const other = account.session('phone-of-the-test/1.0')
  await expect(other).toContainText('127.0.0.1')
  await expectAccessible(page)
  await other.getByRole('button', { name: /^Sign out/ }).click()
  await expectAccessible(page)
  await account.confirmSignOut()
  await expect(other).toHaveCount(0)
  expect((await there.request.get(`${baseUrl()}/v1/console/session`)).status()).toBe(401)
  expect((await page.request.get(`${baseUrl()}/v1/console/session`)).status()).toBe(200)
  await signIn(await there.newPage(), { ...admin, ...person })
  await page.reload()
  await account.endOthers.click()
  await account.confirmSignOut()
  await expect(new Frame(page).notice('You are signed out everywhere else.')).toBeVisible()
  expect((await there.request.get(`${baseUrl()}/v1/console/session`)).status()).toBe(401)
  await there.close()
})

test('users change their name, and the header shows it', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('renamed', admin)
  const person = await preparePerson(admin, { email, password: PASSWORD, roles: ROLES })
  await signIn(page, { ...admin, ...person })
  const account = await new AccountPage(page).open('/tenant')
  await account.firstName.fill('Robin')
  await account.saveName.click()
  await expect(new Frame(page).user).toHaveText(/Robin/)
})

test("a key is shown once, works with its owner's permissions, and is refused once it is revoked", async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('keys', admin)
  const person = await preparePerson(admin, { email, password: PASSWORD, roles: ROLES })
  await signIn(page, { ...admin, ...person })
  const account = await new AccountPage(page).open('/tenant')
  const dialog = await account.openNewKey()
  await expect(dialog.name).toBeFocused()
  await dialog.submit.click()
  await expect(dialog.name).toHaveAccessibleDescription(/Give the key a name/)
  await expectAccessible(page)
  await dialog.name.fill('pipeline')
  await dialog.expiry.selectOption('30 days')
  await dialog.submit.click()
  await expect(dialog.apiKey).toHaveValue(/^[0-9a-f]{16}\./)
  await expect(dialog.copy).toBeVisible()
  const apiKey = await dialog.apiKey.inputValue()
  await dialog.close.click()
  await expect(account.keys.row('pipeline')).toContainText(/Active.*in (29|30) days.*never/)
  await expect(page.getByText(apiKey)).toHaveCount(0)
  expect(await statusOfKey(apiKey)).toBe(200)
  await account.keys.revoke('pipeline')
  await account.keys.confirmRevocation()
  await expect(account.keys.row('pipeline')).toHaveCount(0)
  expect(await statusOfKey(apiKey)).toBe(401)
})

test('a tenant admin finds a key of another user, and disables, enables and revokes it', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('keyed', admin)
  const person = await preparePerson(admin, { email, password: PASSWORD, roles: ROLES })
  const name = `key of ${email}`
  const apiKey = await prepareApiKey(await connect({ ...admin, ...person, apiKey: undefined }, 'tenant'), name)
  await signIn(page, admin)
  const apiKeys = await new ApiKeysPage(page).open()
  await apiKeys.search.fill(email.toUpperCase())
  await expect(apiKeys.keys.table.getByRole('row')).toHaveCount(2)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
  await apiKeys.keys.disable(name)
  await expect(apiKeys.keys.row(name)).toContainText('Disabled')
  expect(await statusOfKey(apiKey)).toBe(401)
  await apiKeys.keys.enable(name)
  await expect(apiKeys.keys.row(name)).toContainText('Active')
  expect(await statusOfKey(apiKey)).toBe(200)
  await apiKeys.keys.revoke(name)
  await apiKeys.keys.confirmRevocation()
  await expect(page.getByRole('heading', { name: 'No key matches' })).toBeVisible()
  expect(await statusOfKey(apiKey)).toBe(401)
})
