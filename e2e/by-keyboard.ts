import type { FileChooser, Locator, Page } from '@playwright/test'
import { tabTo } from './accessibility.ts'

/** Walks to a control with Tab and presses it. */
export async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press(key)
}

/** Walks to a field with Tab and types; what stood in it is marked when it is reached, and so replaced. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.type(text)
}

/** Opens a menu with Enter and goes down to one of its items. */
export async function pressInMenu(toggle: Locator, item: Locator): Promise<void> {
  const { keyboard } = toggle.page()
  await press(toggle)
  await item.waitFor()
  const stops = await item.page().getByRole('menuitem').count()
  for (let stop = 0; stop <= stops; stop += 1) {
    if (await item.evaluate((element) => element.matches(':focus'))) return keyboard.press('Enter')
    await keyboard.press('ArrowDown')
  }
  throw new Error(`${item.toString()} is not reached with the arrows`)
}

/**
 * A browser that was busy for seconds no longer takes the key for a wish of its user, and opens nothing: then it is pressed again. What
 * opens late counts all the same, for it lets no second one open.
 */
export async function chooseFileWithEnter(page: Page): Promise<FileChooser> {
  const choosing = page.waitForEvent('filechooser')
  const soon = page.waitForEvent('filechooser', { timeout: 10_000 })
  await page.keyboard.press('Enter')
  await soon.catch(() => page.keyboard.press('Enter'))
  return choosing
}
