import type { Locator, Page } from '@playwright/test'

/** Where a one-time link leads. */
export class PasswordLinkPage {
  readonly page: Page
  readonly heading: Locator
  readonly next: Locator
  readonly repeated: Locator
  readonly submit: Locator
  readonly done: Locator
  readonly refusal: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Set your password' })
    this.next = page.getByLabel(/^New password(?! again)/)
    this.repeated = page.getByLabel('New password again')
    this.submit = page.getByRole('button', { name: 'Set password' })
    this.done = page.getByText('Your password is set.')
    this.refusal = page.getByRole('alert')
  }

  async open(link: string): Promise<this> {
    await this.page.goto(link)
    await this.heading.waitFor()
    return this
  }

  async set(password: string): Promise<void> {
    await this.next.fill(password)
    await this.repeated.fill(password)
    await this.submit.click()
  }
}
