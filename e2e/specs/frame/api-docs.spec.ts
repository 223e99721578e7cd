import { expectAccessible } from '../../accessibility.ts'
import { expect, test } from '../../fixtures.ts'
import { ApiDocs } from '../../pages/api-docs.page.ts'
import { HomePage } from '../../pages/home.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { signIn } from '../../sign-in.ts'

test('the user menu leads to the documentation of the API, in a tab of its own', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new ProfileList(page).open('/tenant/profiles')
  const opened = page.waitForEvent('popup')
  await new Frame(page).openApiDocs()
  await expect(new ApiDocs(await opened).title).toBeVisible()
})

test('the API can be tried there with a key', async ({ page, accountOf }) => {
  const { apiKey } = accountOf('stage', 'tenant-admin')
  test.skip(apiKey === undefined, 'the access file has no API key')
  const docs = await new ApiDocs(page).open()
  await docs.authorise(apiKey ?? '')
  const answer = await docs.tryOut('packs', 'v1PacksSearch')
  await expect(answer).toContainText('200')
  await expect(answer).toContainText('"latestVersion"')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('the documentation of the API is accessible, closed and with an operation open', async ({ page }) => {
      // Its page is large: axe looks at every element of it.
      test.slow()
      const docs = await new ApiDocs(page).open()
      await expectAccessible(page)
      await docs.openOperation('users', 'v1UsersUidGet')
      await expectAccessible(page)
    })
  })
}

test('the documentation of the API has a way back to the console', async ({ page, accountOf }) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  const docs = await new ApiDocs(page).open()
  await docs.back.click()
  await expect(new HomePage(page).heading).toBeVisible()
})

test('the documentation of the API fits a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/docs#/profiles/v1ClusterProfilesCreate')
  // Its schemas are many: a busy machine takes its time to draw them.
  await expect(page.getByRole('button', { name: 'Try it out' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
