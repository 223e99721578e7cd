import type { FileChooser, Locator, Page } from '@playwright/test'
import { tabTo } from './accessibility.ts'

/** Goes to a control with Tab and presses a key on it. */
export async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press(key)
}

/** Goes to a field with Tab and types; Tab selects the field's text, so that typing replaces it. */
export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.type(text)
}

/** Opens a menu with Enter and moves down to one of its items. */
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
 * If the browser was busy for seconds, it no longer counts the key as a user's action and opens nothing: then the key
 * is pressed again. A dialog that opens late is accepted too, since no second one can open beside it.
 */
export async function chooseFileWithEnter(page: Page): Promise<FileChooser> {
  const choosing = page.waitForEvent('filechooser')
  const soon = page.waitForEvent('filechooser', { timeout: 10_000 })
  await page.keyboard.press('Enter')
  await soon.catch(() => page.keyboard.press('Enter'))
  return choosing
}
