import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

/** The search, available on every page. */
export class Search extends PageObject {
  readonly button = this.page.getByRole('button', { name: 'Search (Ctrl K)' })
  readonly dialog = this.page.getByRole('dialog', { name: 'Search' })
  readonly field = this.dialog.getByRole('combobox')
  readonly chosen = this.dialog.getByRole('option', { selected: true })
  readonly status = this.dialog.getByRole('status')

  async open(): Promise<this> {
    await this.page.keyboard.press('Control+k')
    await this.field.waitFor()
    return this
  }

  option(group: string, name: string | RegExp): Locator {
    return this.dialog.getByRole('group', { name: group }).getByRole('option', { name })
  }
}
