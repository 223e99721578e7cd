import { expectNoSidewaysScroll } from '../../accessibility.ts'
import { projectPath } from '../../connect.ts'
import { profileText } from '../../content/documents.ts'
import { expect, test } from '../../fixtures.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { AuditLogPage } from '../../pages/settings/audit-log.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { RegistriesPage } from '../../pages/settings/registries.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { prepareInvited } from '../../content/prepare-person.ts'
import { prepareProfile } from '../../content/prepare-profile.ts'
import { signIn } from '../../sign-in.ts'

test.use({ viewport: { width: 390, height: 800 } })

test('the menu of a phone opens over the page and closes after a selection', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new ProfileList(page).open('/tenant/profiles')
  const frame = new Frame(page)
  await expect(frame.menu).toBeHidden()
  await frame.mainMenuToggle.click()
  await frame.openFromMenu('Macros')
  await expect(new MacrosPage(page).heading).toBeVisible()
  await expect(frame.mainMenuToggle).toHaveAttribute('aria-expanded', 'false')
})

test('the menu of a phone is closed by Escape and by a tap outside it', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new ProfileList(page).open('/tenant/profiles')
  const frame = new Frame(page)
  await frame.mainMenuToggle.click()
  await expect(frame.menu).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(frame.menu).toBeHidden()
  await expect(frame.mainMenuToggle).toBeFocused()
  await frame.mainMenuToggle.click()
  await expect(frame.menu).toBeVisible()
  await page.mouse.click(380, 600)
  await expect(frame.menu).toBeHidden()
})

test('the menu of a registry stays open on a phone, where its button is far from the edge', async ({
  page,
  accountOf,
}) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new RegistriesPage(page).open()
  await page
    .getByRole('button', { name: /^Actions for / })
    .first()
    .click()
  await expect(page.getByRole('menu')).toBeInViewport({ ratio: 1 })
})

test('long names and texts widen no list, on a desktop or a phone', async ({ page, accountOf, scratch }) => {
  const account = accountOf('dev', 'project-admin')
  const name = `${scratch.profileName('long', account)}-${'w'.repeat(40)}`
  await prepareProfile(account, profileText({ name, version: '10.20.30-rc.1', description: 'x'.repeat(90) }))
  await signIn(page, account)
  // "14 minutes ago" is the longest relative time.
  await page.clock.setFixedTime(Date.now() + 14 * 60_000)
  await page.setViewportSize({ width: 1280, height: 800 })
  const list = new ProfileList(page)
  await list.open(`${await projectPath(account)}/profiles`)
  await list.search.fill(name)
  await expect(list.row(name)).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expect(list.row(name).getByRole('button', { name: `Actions for ${name}` })).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
})

test('a long e-mail does not widen the audit log of a phone', async ({ page, accountOf, scratch }) => {
  const admin = accountOf('dev', 'tenant-admin')
  const email = scratch.email('w'.repeat(45), admin)
  await prepareInvited(admin, { email, roles: [] })
  await signIn(page, admin)
  const log = await new AuditLogPage(page).open('/tenant')
  await expect(log.event(`Created user ${email}`)).toBeVisible()
  await expectNoSidewaysScroll(page)
})

test('the buttons of a card keep their distance from its border', async ({ page, accountOf }) => {
  const admin = accountOf('dev', 'tenant-admin')
  await signIn(page, admin)
  await page.goto('/tenant/settings/projects')
  const card = page.getByRole('row').filter({ hasText: 'Sandbox' })
  const [line, button] = [await card.boundingBox(), await card.getByRole('button', { name: /^Edit / }).boundingBox()]
  const room = (line?.y ?? 0) + (line?.height ?? 0) - (button?.y ?? 0) - (button?.height ?? 0)
  expect(room).toBeGreaterThanOrEqual(12)
})

test('the title of a dialog keeps clear of its close button, however long its name is', async ({
  page,
  accountOf,
  scratch,
}) => {
  const admin = accountOf('dev', 'project-admin')
  const name = scratch.macroName(`title-${'w'.repeat(60)}`, admin)
  await signIn(page, admin)
  const macros = await new MacrosPage(page).open(await projectPath(admin))
  await macros.add(name, 'value')
  const dialog = await macros.openDelete(name)
  const title = await dialog.getByRole('heading').first().boundingBox()
  const close = await dialog.getByRole('button', { name: 'Close' }).boundingBox()
  expect((title?.x ?? Infinity) + (title?.width ?? Infinity)).toBeLessThanOrEqual(close?.x ?? 0)
})
