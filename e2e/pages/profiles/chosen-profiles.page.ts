import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

type Action = 'Export' | 'Publish' | 'Tag' | 'Delete'

/** What stands over the list of profiles while some of its rows are chosen. */
export class ChosenProfiles extends PageObject {
  readonly bar = this.page.getByRole('group', { name: 'Chosen profiles' })
  readonly count = this.bar.getByRole('status')
  readonly all = this.page.getByRole('checkbox', { name: 'Choose all on this page' })
  readonly none = this.bar.getByRole('button', { name: 'Choose none' })
  readonly compare = this.bar.getByRole('button', { name: 'Compare' })

  box(name: string): Locator {
    return this.page.getByRole('checkbox', { name: `Choose ${name}`, exact: true })
  }

  /** Opens the dialog of something that is done with all of them. */
  async open(action: Action): Promise<Locator> {
    await this.bar.getByRole('button', { name: action, exact: true }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.waitFor()
    return dialog
  }

  /** Presses the button of the dialog that does it: `Publish 2 profiles`. */
  async confirm(action: Action): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${action} \\d+ profiles?$`) })
      .click()
  }
}
