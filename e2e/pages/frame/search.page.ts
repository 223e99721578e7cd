import type { Locator, Page } from '@playwright/test'

/** The search over every page. */
export class Search {
  readonly page: Page
  readonly button: Locator
  readonly dialog: Locator
  readonly field: Locator
  readonly chosen: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.button = page.getByRole('button', { name: 'Search (Ctrl K)' })
    this.dialog = page.getByRole('dialog', { name: 'Search' })
    this.field = this.dialog.getByRole('combobox')
    this.chosen = this.dialog.getByRole('option', { selected: true })
    this.status = this.dialog.getByRole('status')
  }

  async open(): Promise<this> {
    await this.page.keyboard.press('Control+k')
    await this.field.waitFor()
    return this
  }

  option(group: string, name: string | RegExp): Locator {
    return this.dialog.getByRole('group', { name: group }).getByRole('option', { name })
  }
}
