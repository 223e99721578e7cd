import { expectNoSidewaysScroll } from '../accessibility.ts'
import { test } from '../fixtures.ts'
import { SCREENS } from '../screenshots/screens.ts'
import { signIn } from '../sign-in.ts'

test.use({ viewport: { width: 390, height: 800 } })

for (const { name, account, open } of SCREENS) {
  test(`the screen ${name} needs no sideways scrolling on a phone`, async ({ page, accountOf }) => {
    if (account) await signIn(page, account(accountOf))
    await open(page)
    await expectNoSidewaysScroll(page)
  })
}
