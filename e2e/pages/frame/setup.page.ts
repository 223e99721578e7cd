import { PageObject } from '../page-object.ts'

export interface TenantToSetUp {
  code: string
  tenant: string
  email: string
  password: string
}

/** Creates tenants; while there is none, every address leads here. */
export class SetupPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Set up Waybill' })
  readonly code = this.page.getByRole('textbox', { name: 'Setup code' })
  readonly tenant = this.page.getByRole('textbox', { name: 'Tenant' })
  readonly email = this.page.getByRole('textbox', { name: 'E-mail' })
  readonly password = this.page.getByLabel(/^Password(?! again)/)
  readonly repeated = this.page.getByLabel('Password again')
  readonly submit = this.page.getByRole('button', { name: 'Set up' })

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
