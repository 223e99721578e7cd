import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

/** The dialog for filling values that an import left empty. */
export class EmptyValuesDialog extends PageObject {
  readonly dialog = this.page.getByRole('dialog', { name: 'Values still empty' })
  readonly save = this.dialog.getByRole('button', { name: /^Save/ })
  readonly fields = this.dialog.locator('input')
  readonly leaving = this.page.getByRole('dialog', { name: 'Leave without saving?' })

  /** By layer and place, `page › db.password`. */
  field(place: string): Locator {
    return this.dialog.getByLabel(place, { exact: true })
  }
}
