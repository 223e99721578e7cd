import type { Locator, Page } from '@playwright/test'
import type { Account } from '../../access.ts'

export class SignInPage {
  readonly page: Page
  readonly heading: Locator
  readonly email: Locator
  readonly password: Locator
  readonly submit: Locator
  readonly refusal: Locator
  /** Asked where e-mail and password open several tenants. */
  readonly tenantChoice: Locator
  readonly otherAccount: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Sign in' })
    this.email = page.getByRole('textbox', { name: 'E-mail' })
    this.password = page.getByLabel('Password')
    this.submit = page.getByRole('button', { name: 'Sign in' })
    this.refusal = page.getByRole('alert').filter({ hasText: /./ })
    this.tenantChoice = page.getByRole('form', { name: 'Which tenant?' })
    this.otherAccount = this.tenantChoice.getByRole('button', { name: 'Use another account' })
  }

  tenant(name: string): Locator {
    return this.tenantChoice.getByRole('button', { name, exact: true })
  }

  async open(): Promise<this> {
    await this.page.goto('/login')
    return this
  }

  /** Fills the form and sends it; where that leads is for the flow to say. */
  async signInAs({ email, password }: Pick<Account, 'email' | 'password'>): Promise<void> {
    await this.email.fill(email)
    await this.password.fill(password)
    await this.submit.click()
  }
}
