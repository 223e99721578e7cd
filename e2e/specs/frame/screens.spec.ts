import {
  expectAccessible,
  expectContrastInTheDark,
  expectHeadsFit,
  expectNoSidewaysScroll,
  scrollToEnd,
} from '../../accessibility.ts'
import { test } from '../../fixtures.ts'
import { SCREENS } from '../../screenshots/screens.ts'
import { signIn } from '../../sign-in.ts'

for (const { name, account, hasBarAtEnd, open } of SCREENS) {
  // Opened once and checked in all these ways, since opening takes most of the time.
  test(`the screen ${name} is accessible, keeps its contrast in the dark and fits its columns and a phone`, async ({
    page,
    accountOf,
  }) => {
    if (account) await signIn(page, account(accountOf))
    await open(page)
    if (hasBarAtEnd) await scrollToEnd(page)
    await test.step('accessible', () => expectAccessible(page))
    await test.step('contrast in the dark', () => expectContrastInTheDark(page))
    await test.step('heads within their columns', () => expectHeadsFit(page))
    await test.step('no sideways scrolling on a phone', async () => {
      await page.setViewportSize({ width: 390, height: 800 })
      await expectNoSidewaysScroll(page)
    })
  })
}
