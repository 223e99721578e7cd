import type { Locator, Page } from '@playwright/test'

export interface TenantToSetUp {
  code: string
  tenant: string
  email: string
  password: string
}

/** Where tenants are made; without any, every address leads there. */
export class SetupPage {
  readonly page: Page
  readonly heading: Locator
  readonly code: Locator
  readonly tenant: Locator
  readonly email: Locator
  readonly password: Locator
  readonly repeated: Locator
  readonly submit: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Set up Waybill' })
    this.code = page.getByRole('textbox', { name: 'Setup code' })
    this.tenant = page.getByRole('textbox', { name: 'Tenant' })
    this.email = page.getByRole('textbox', { name: 'E-mail' })
    this.password = page.getByLabel(/^Password(?! again)/)
    this.repeated = page.getByLabel('Password again')
    this.submit = page.getByRole('button', { name: 'Set up' })
  }

  async open(address = '/setup'): Promise<this> {
    await this.page.goto(address)
    await this.heading.waitFor()
    return this
  }

  async setUp({ code, tenant, email, password }: TenantToSetUp): Promise<void> {
    await this.code.fill(code)
    await this.tenant.fill(tenant)
    await this.email.fill(email)
    await this.password.fill(password)
    await this.repeated.fill(password)
    await this.submit.click()
  }
}
