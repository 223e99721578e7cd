import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { expect, test } from '../../fixtures.ts'
import { HomePage } from '../../pages/home.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { ProfilePage } from '../../pages/profiles/profile.page.ts'
import { signIn } from '../../sign-in.ts'

test('a day starts on Home, and everything on it leads to what it counts', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  const home = new HomePage(page)
  const list = new ProfileList(page)
  await page.goto('/')
  await expect(home.heading).toBeVisible()
  await expectAccessible(page)

  await expect(home.updates.getByRole('listitem').first()).toContainText(/ → /)
  const all = home.updates.getByRole('link', { name: /^(The profile|All \d+ profiles) with updates$/ })
  const count = /\d+/.exec((await all.textContent()) ?? '')?.[0]
  await all.click()
  await expect(list.count).toHaveText(new RegExp(`^${count} profiles?$`))

  await home.open('/tenant')
  const bar = home.profiles.getByRole('listitem').filter({ hasText: 'Infrastructure' })
  const amount = /\d+$/.exec((await bar.textContent()) ?? '')?.[0]
  await bar.getByRole('link').click()
  await expect(list.count).toHaveText(new RegExp(`^${amount} profiles?$`))

  await home.open('/tenant')
  const profile = home.recent.getByRole('link').first()
  const name = (await profile.textContent()) ?? ''
  await profile.click()
  await expect(new ProfilePage(page).heading).toHaveText(name.split(' ')[0] ?? '')

  await page.setViewportSize({ width: 390, height: 800 })
  await home.open('/tenant')
  await expectNoSidewaysScroll(page)
})
