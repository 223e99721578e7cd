import { expectAccessible, expectContrastInTheDark, expectNoSidewaysScroll } from '../../accessibility.ts'
import { expect, test } from '../../fixtures.ts'
import { ApiDocs } from '../../pages/api-docs.page.ts'
import { HomePage } from '../../pages/home.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { signIn } from '../../sign-in.ts'

test('the user menu opens the documentation of the API in a new tab, which links back to the console', async ({
  page,
  accountOf,
}) => {
  await signIn(page, accountOf('stage', 'tenant-admin'))
  await new ProfileList(page).open('/tenant/profiles')
  const opened = page.waitForEvent('popup')
  await new Frame(page).openApiDocs()
  const docs = new ApiDocs(await opened)
  await expect(docs.title).toBeVisible()
  await docs.back.click()
  await expect(new HomePage(docs.page).heading).toBeVisible()
})

test('the API can be tried out there with a key', async ({ page, accountOf }) => {
  const { apiKey } = accountOf('stage', 'tenant-admin')
  test.skip(apiKey === undefined, 'the access file has no API key')
  const docs = await new ApiDocs(page).open()
  await docs.authorise(apiKey ?? '')
  const answer = await docs.tryOut('packs', 'v1PacksSearch')
  await expect(answer).toContainText('200')
  await expect(answer).toContainText('"latestVersion"')
})

test('the documentation of the API is accessible, keeps its contrast in the dark and fits a phone', async ({
  page,
}) => {
  // Opened once and checked in four ways, since the page is large.
  const docs = await new ApiDocs(page).open()
  await test.step('accessible', () => expectAccessible(page))
  await docs.openOperation('users', 'v1UsersUidGet')
  await test.step('accessible with an operation open', () => expectAccessible(page))
  await test.step('contrast in the dark', () => expectContrastInTheDark(page))
  await test.step('no sideways scrolling on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoSidewaysScroll(page)
  })
})
