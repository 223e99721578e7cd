import type { Locator, Page } from '@playwright/test'

/** My account, in the scope that one came from. */
export class AccountPage {
  readonly page: Page
  readonly heading: Locator
  readonly current: Locator
  readonly next: Locator
  readonly repeated: Locator
  readonly submit: Locator
  readonly refusal: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'My account', level: 1 })
    this.current = page.getByLabel('Current password')
    this.next = page.getByLabel(/^New password(?! again)/)
    this.repeated = page.getByLabel('New password again')
    this.submit = page.getByRole('button', { name: 'Change password' })
    this.refusal = page.getByRole('alert')
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
}
