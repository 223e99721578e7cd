import type { Locator } from '@playwright/test'
import { PageObject } from './page-object.ts'
import { ApiKeyTable } from './settings/api-keys.page.ts'

/** My account, in the current scope. */
export class AccountPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'My account', level: 1 })
  readonly current = this.page.getByLabel('Current password')
  readonly next = this.page.getByLabel(/^New password(?! again)/)
  readonly repeated = this.page.getByLabel('New password again')
  readonly submit = this.page.getByRole('button', { name: 'Change password' })
  readonly refusal = this.page.getByRole('alert')
  readonly firstName = this.page.getByLabel('First name')
  readonly saveName = this.page.getByRole('button', { name: 'Save name' })
  readonly sessions = this.page.getByRole('table', { name: 'Sessions' })
  readonly endOthers = this.page.getByRole('button', { name: 'Sign out everywhere else' })
  readonly createKey = this.page.getByRole('button', { name: 'Add API key' })
  readonly dialog = this.page.getByRole('dialog')
  readonly keys = new ApiKeyTable(this.page)

  async open(scopePath: string): Promise<this> {
    await this.page.goto(`${scopePath}/account`)
    await this.heading.waitFor()
    return this
  }

  async change(current: string, next: string, repeated = next): Promise<void> {
    await this.current.fill(current)
    await this.next.fill(next)
    await this.repeated.fill(repeated)
    await this.submit.click()
  }

  session(text: string): Locator {
    return this.sessions.getByRole('row').filter({ hasText: text })
  }

  /**
   * Confirms the open dialog and waits until it has closed: rows behind a dialog have no role, and would look deleted.
   */
  async confirmSignOut(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async openNewKey(): Promise<NewKeyDialog> {
    await this.createKey.click()
    return new NewKeyDialog(this.dialog)
  }
}

/** Creates a key and shows it once. */
class NewKeyDialog {
  readonly name: Locator
  readonly expiry: Locator
  readonly submit: Locator
  readonly apiKey: Locator
  readonly copy: Locator
  readonly close: Locator

  constructor(dialog: Locator) {
    this.name = dialog.getByLabel('Name')
    this.expiry = dialog.getByLabel('Expires after')
    this.submit = dialog.getByRole('button', { name: 'Add', exact: true })
    this.apiKey = dialog.getByRole('textbox', { name: 'API key' })
    this.copy = dialog.getByRole('button', { name: 'Copy' })
    this.close = dialog.getByRole('button', { name: 'I have copied it' })
  }
}
