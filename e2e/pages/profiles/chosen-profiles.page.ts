import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

type Action = 'Export' | 'Publish' | 'Tag' | 'Delete'

/** The bar above the list of profiles while rows are selected. */
export class ChosenProfiles extends PageObject {
  readonly bar = this.page.getByRole('group', { name: 'Chosen profiles' })
  readonly count = this.bar.getByRole('status')
  readonly all = this.page.getByRole('checkbox', { name: 'Choose all on this page' })
  readonly none = this.bar.getByRole('button', { name: 'Choose none' })
  readonly compare = this.bar.getByRole('button', { name: 'Compare' })

  box(name: string): Locator {
    return this.page.getByRole('checkbox', { name: `Choose ${name}`, exact: true })
  }

  /** Opens the dialog of an action on all selected profiles. */
  async open(action: Action): Promise<Locator> {
    await this.bar.getByRole('button', { name: action, exact: true }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.waitFor()
    return dialog
  }

  /** Presses the button that carries it out: `Publish 2 profiles`. */
  async confirm(action: Action): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${action} \\d+ profiles?$`) })
      .click()
  }
}
