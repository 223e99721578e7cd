import { expect, test } from '../fixtures.ts'
import { Frame } from '../pages/frame/frame.page.ts'
import { MacrosPage } from '../pages/macros.page.ts'
import { ProfileList } from '../pages/profiles/profile-list.page.ts'
import { signIn } from '../sign-in.ts'

test.use({ viewport: { width: 390, height: 800 } })

test('the menu of a phone opens over the page and closes behind one', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new ProfileList(page).open('/tenant/profiles')
  const frame = new Frame(page)
  await expect(frame.menu).toBeHidden()
  await frame.mainMenuToggle.click()
  await frame.openFromMenu('Macros')
  await expect(new MacrosPage(page).heading).toBeVisible()
  await expect(frame.mainMenuToggle).toHaveAttribute('aria-expanded', 'false')
})
