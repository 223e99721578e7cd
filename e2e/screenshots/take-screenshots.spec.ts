import { resolve } from 'node:path'
import { test } from '../fixtures.ts'
import { signIn } from '../sign-in.ts'
import { SCREENS } from './screens.ts'

const images = resolve(import.meta.dirname, '../../docs/images')
const THEMES = ['light', 'dark'] as const
const WIDTHS = [1280, 390]

for (const colorScheme of THEMES) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    for (const screen of SCREENS) {
      // Opened once, on the wide screen, where the menu is not collapsed.
      test(screen.name, async ({ page, accountOf }) => {
        if (screen.account) await signIn(page, screen.account(accountOf))
        await screen.open(page)
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 })
          await page.screenshot({
            path: `${images}/${screen.name}-${colorScheme}-${width}.png`,
            animations: 'disabled',
          })
        }
      })
    }
  })
}
