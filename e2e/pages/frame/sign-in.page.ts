import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import type { Account } from '../../access.ts'

export class SignInPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Sign in' })
  readonly email = this.page.getByRole('textbox', { name: 'E-mail' })
  readonly password = this.page.getByLabel('Password')
  readonly submit = this.page.getByRole('button', { name: 'Sign in' })
  readonly refusal = this.page.getByRole('alert').filter({ hasText: /./ })
  /** Shown if e-mail and password are valid in several tenants. */
  readonly tenantChoice = this.page.getByRole('form', { name: 'Which tenant?' })
  readonly otherAccount = this.tenantChoice.getByRole('button', { name: 'Use another account' })

  tenant(name: string): Locator {
    return this.tenantChoice.getByRole('button', { name, exact: true })
  }

  async open(): Promise<this> {
    await this.page.goto('/login')
    return this
  }

  /** Fills in and submits the form; the flow checks where that leads. */
  async signInAs({ email, password }: Pick<Account, 'email' | 'password'>): Promise<void> {
    await this.email.fill(email)
    await this.password.fill(password)
    await this.submit.click()
  }
}
