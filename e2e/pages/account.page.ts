import type { Locator, Page } from '@playwright/test'
import { ApiKeyTable } from './settings/api-keys.page.ts'

/** My account, in the scope that one came from. */
export class AccountPage {
  readonly page: Page
  readonly heading: Locator
  readonly current: Locator
  readonly next: Locator
  readonly repeated: Locator
  readonly submit: Locator
  readonly refusal: Locator
  readonly firstName: Locator
  readonly saveName: Locator
  readonly sessions: Locator
  readonly endOthers: Locator
  readonly createKey: Locator
  readonly dialog: Locator
  readonly keys: ApiKeyTable

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'My account', level: 1 })
    this.current = page.getByLabel('Current password')
    this.next = page.getByLabel(/^New password(?! again)/)
    this.repeated = page.getByLabel('New password again')
    this.submit = page.getByRole('button', { name: 'Change password' })
    this.refusal = page.getByRole('alert')
    this.firstName = page.getByLabel('First name')
    this.saveName = page.getByRole('button', { name: 'Save name' })
    this.sessions = page.getByRole('table', { name: 'Sessions' })
    this.endOthers = page.getByRole('button', { name: 'Sign out everywhere else' })
    this.createKey = page.getByRole('button', { name: 'Add API key' })
    this.dialog = page.getByRole('dialog')
    this.keys = new ApiKeyTable(page)
  }

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

  /** Presses the yes of the open dialog, and waits until it is done: rows behind a dialog have no role meanwhile, and look gone. */
  async confirmSignOut(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async openNewKey(): Promise<NewKeyDialog> {
    await this.createKey.click()
    return new NewKeyDialog(this.dialog)
  }
}

/** Where a key is made, and shown once. */
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
