import { expect, type Page } from '@playwright/test'

/** Ticks choices in a filter that takes several values. */
export async function chooseFilter(page: Page, label: string, choices: readonly string[]): Promise<void> {
  await openFilter(page, label)
  for (const choice of choices) {
    const option = page.getByRole('menuitem', { name: choice, exact: true }).getByRole('checkbox')
    // Not check(): the checkbox follows the address, which waits for the server.
    await option.click()
    await expect(option).toBeChecked()
  }
  await page.keyboard.press('Escape')
}

/** Selects a choice in a filter that takes one value, which closes it. */
export async function chooseOne(page: Page, label: string, choice: string): Promise<void> {
  await openFilter(page, label)
  await page.getByRole('option', { name: choice, exact: true }).click()
}

const openFilter = (page: Page, label: string) =>
  page
    .getByLabel('Filters', { exact: true })
    .getByRole('button', { name: new RegExp(`^${label}`) })
    .click()
