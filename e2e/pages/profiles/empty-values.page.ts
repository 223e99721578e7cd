import type { Locator, Page } from '@playwright/test'

/** The dialog over a profile in which values are filled that an import left empty. */
export class EmptyValuesDialog {
  readonly dialog: Locator
  readonly save: Locator
  readonly fields: Locator
  readonly leaving: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Values still empty' })
    this.save = this.dialog.getByRole('button', { name: /^Save/ })
    this.fields = this.dialog.locator('input')
    this.leaving = page.getByRole('dialog', { name: 'Leave without saving?' })
  }

  /** By layer and place, `page › db.password`. */
  field(place: string): Locator {
    return this.dialog.getByLabel(place, { exact: true })
  }
}
