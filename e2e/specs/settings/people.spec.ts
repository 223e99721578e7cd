import { api } from '@waybill/api-client'
import { baseUrl } from '../../access.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { connect } from '../../connect.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { PasswordLinkPage } from '../../pages/frame/password-link.page.ts'
import { PeoplePage, PersonPage } from '../../pages/settings/people.page.ts'
import { prepareInvited, preparePerson } from '../../content/prepare-person.ts'
import { signIn } from '../../sign-in.ts'

const PASSWORD = 'a password of the flows'

test('a person is invited with a role, and the link that is shown once sets their password', async ({
  page,
  browser,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('invited', admin)
  await signIn(page, admin)
  const people = await new PeoplePage(page).open()
  const invite = await people.openInvite()
  await expect(invite.dialog).toHaveAccessibleName('Invite a person')
  await expect(invite.email).toBeFocused()
  await expectAccessible(page)
  await invite.email.fill('nobody')
  await invite.submit.click()
  await expect(invite.email).toHaveAccessibleDescription(/^Enter an e-mail address\./)
  await invite.email.fill(email)
  await invite.firstName.fill('Robin')
  await invite.role('Tenant Viewer').check()
  await invite.submit.click()
  await expect(invite.link).toHaveValue(/#password=/)
  await expect(invite.copy).toBeVisible()
  await expectAccessible(page)
  const link = await invite.link.inputValue()
  await invite.close.click()
  await expect(people.row(email)).toContainText('Password link open')
  await expect(people.row(email)).toContainText('Tenant Viewer')
  const theirs = await (await browser.newContext()).newPage()
  const linkPage = await new PasswordLinkPage(theirs).open(link)
  await linkPage.set(PASSWORD)
  await expect(linkPage.done).toBeVisible()
  await theirs.context().close()
})

test('a taken e-mail is refused at its field', async ({ page, accountOf }) => {
  const admin = accountOf('dev', 'tenant-admin')
  await signIn(page, admin)
  const invite = await (await new PeoplePage(page).open()).openInvite()
  await invite.email.fill(admin.email)
  await invite.submit.click()
  await expect(invite.email).toHaveAccessibleDescription(/already belongs to a user of this tenant/)
})

test('people are found by e-mail and by state, and the list shows when they were last seen', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('found', admin)
  const uid = await prepareInvited(admin, { email, roles: [] })
  await api.accounts.setState(await connect(admin, 'tenant'), { params: { uid }, body: { isActive: false } })
  await signIn(page, admin)
  const people = await new PeoplePage(page).open()
  await people.search.fill(email.toUpperCase())
  await expect(people.table.getByRole('row')).toHaveCount(2)
  await expect(people.row(email)).toContainText('Disabled')
  await expect(people.row(email)).toContainText('never')
  await people.open(`?search=${email}&state=active`)
  await expect(people.nobody).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(people.row(admin.email)).toContainText(/just now|ago/)
})

test('roles are given in the tenant and in a project, and the page says what they allow, and why', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const uid = await prepareInvited(admin, { email: scratch.email('roles', admin), roles: ['Tenant Viewer'] })
  await signIn(page, admin)
  const person = await new PersonPage(page).open(uid)
  await expect(person.accessRow('The tenant and all its projects', 'Macros')).toContainText('list, read')
  await person.changeRoles('Default', { 'Project Editor': true })
  await expect(new Frame(page).notice(/Roles of .* in Default saved/)).toBeVisible()
  const macros = person.accessRow('Default', 'Macros')
  await expect(macros).toContainText('list, read, change')
  await expect(macros).toContainText('Project Editor, held directly')
  await person.changeRoles('Default', { 'Project Editor': false })
  await expect(macros).toHaveCount(0)
})

test('a disabled person is signed out at once, and can sign in again once enabled', async ({
  page,
  browser,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('disabled', admin)
  const them = await preparePerson(admin, { email, password: PASSWORD, roles: ['Tenant Viewer'] })
  const theirs = await (await browser.newContext()).newPage()
  await signIn(theirs, { ...admin, ...them })
  await signIn(page, admin)
  const person = await new PersonPage(page).open(them.uid)
  await person.action('Disable').click()
  await expectAccessible(page)
  await person.answer('Disable')
  await expect(person.action('Enable')).toBeVisible()
  expect((await theirs.request.get(`${baseUrl()}/v1/console/session`)).status()).toBe(401)
  await person.action('Enable').click()
  await expect(person.action('Disable')).toBeVisible()
  await signIn(theirs, { ...admin, ...them })
  await theirs.context().close()
})

test('a password is reset by a link that is shown once', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'tenant-admin')
  const uid = await prepareInvited(admin, { email: scratch.email('reset', admin), roles: [] })
  await signIn(page, admin)
  const person = await new PersonPage(page).open(uid)
  await person.action('Make password link').click()
  await person.answer('Make link')
  await expect(person.link).toHaveValue(/#password=/)
  await page.reload()
  await expect(person.dialog).toHaveCount(0)
})

test('a person is deleted after a confirmation, and their page is gone', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('deleted', admin)
  const uid = await prepareInvited(admin, { email, roles: [] })
  await signIn(page, admin)
  const person = await new PersonPage(page).open(uid)
  await person.action('Delete').click()
  await expectAccessible(page)
  await person.answer('Delete')
  await expect(new PeoplePage(page).heading).toBeVisible()
  await expect(new PeoplePage(page).row(email)).toHaveCount(0)
})

test('the last administrator of the tenant cannot be disabled, deleted or stripped of the role', async ({
  page,
  accountOf,
}) => {
  const admin = accountOf('dev', 'tenant-admin')
  await signIn(page, admin)
  const person = await (await new PeoplePage(page).open(`?search=${admin.email}`)).openPerson(admin.email)
  for (const name of ['Disable', 'Delete'] as const) {
    await person.action(name).click()
    await person.answer(name)
    await expect(person.refusal).toHaveText(/no active Tenant Admin left/)
    await page.keyboard.press('Escape')
  }
  await person.changeRoles('Tenant', { 'Tenant Admin': false })
  await expect(person.refusal).toHaveText(/no active Tenant Admin left/)
})

test('users who may not list people see no link to People', async ({ page, accountOf }) => {
  await signIn(page, accountOf('dev', 'project-admin'))
  await page.goto('/tenant/settings/people')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(new Frame(page).menu.getByRole('link', { name: 'People' })).toHaveCount(0)
  await expect(new PeoplePage(page).heading).toHaveCount(0)
})

test('the roles of a person can be changed on a phone', async ({ page, accountOf, scratch }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const admin = accountOf('dev', 'tenant-admin')
  const uid = await prepareInvited(admin, { email: scratch.email('phone', admin), roles: [] })
  await signIn(page, admin)
  const person = await new PersonPage(page).open(uid)
  await person.changeRoles('Tenant', { 'Tenant Viewer': true })
  await expect(person.accessRow('The tenant and all its projects', 'Macros')).toBeVisible()
  await expectNoSidewaysScroll(page)
})
