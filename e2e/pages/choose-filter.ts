import { expect, type Page } from '@playwright/test'

/** Ticks choices of one filter of a list's toolbar. */
export async function chooseFilter(page: Page, label: string, choices: readonly string[]): Promise<void> {
  const filters = page.getByLabel('Filters', { exact: true })
  const toggle = filters.getByRole('button', { name: new RegExp(`^${label}`) })
  await toggle.click()
  for (const choice of choices) {
    const option = page.getByRole('menuitem', { name: choice, exact: true }).getByRole('checkbox')
    // Not check(): the tick follows the address, which waits for the server.
    await option.click()
    await expect(option).toBeChecked()
  }
  await page.keyboard.press('Escape')
}
