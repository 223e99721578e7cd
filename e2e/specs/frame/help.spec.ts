import { expectAccessible, expectNoSidewaysScroll } from '../../accessibility.ts'
import { expect, test } from '../../fixtures.ts'
import { signIn } from '../../sign-in.ts'

test('a question mark opens the matching part of the help, and keeps unsaved input', async ({ page, accountOf }) => {
  await signIn(page, accountOf('dev', 'tenant-admin'))
  await page.goto('/tenant/settings/teams')
  const opening = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Help: Teams (opens in a new window)' }).press('Enter')
  const help = await opening
  await expect(help).toHaveURL(/\/tenant\/help\/people#teams$/)
  await expect(help.getByRole('heading', { name: 'Teams', level: 2 })).toBeInViewport()
  await expect(help.getByRole('img').first()).toBeVisible()
  await expectAccessible(help)
  await help.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Help' }).click()
  await help.getByRole('main').getByRole('link', { name: 'Moving a profile' }).click()
  await expect(help.getByRole('heading', { name: 'Moving a profile', level: 1 })).toBeVisible()
  await help.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(help)
  await expectAccessible(help)
  await help.getByRole('article').getByRole('link', { name: 'Values still empty' }).click()
  await expect(help).toHaveURL(/\/help\/editing#values-still-empty$/)
  await expect(help.getByRole('heading', { name: 'Values still empty' })).toBeInViewport()
  await help.goBack()
  await help.getByRole('article').getByRole('link', { name: 'Masking' }).click()
  await expect(help.getByRole('heading', { name: 'Masking', level: 1 })).toBeVisible()
})
