import { PageObject } from '../page-object.ts'

/** Single sign-on under Tenant Settings. */
export class SingleSignOnPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Single sign-on', level: 1 })
  readonly isEnabled = this.page.getByRole('switch', { name: /may sign in by the provider/ })
  readonly callbackUrl = this.page.getByRole('textbox', { name: 'Redirect address' })
  readonly issuer = this.page.getByLabel('Issuer')
  readonly clientId = this.page.getByLabel('Client ID')
  readonly clientSecret = this.page.getByLabel('Client secret')
  readonly domains = this.page.getByLabel('E-mail domains')
  readonly test = this.page.getByRole('button', { name: 'Test the provider' })
  readonly save = this.page.getByRole('button', { name: 'Save', exact: true })
  readonly outcome = this.page.getByRole('main').getByRole('status').last()

  async switchOn(): Promise<void> {
    // PatternFly draws the switch over its input.
    await this.isEnabled.check({ force: true })
  }

  async open(): Promise<this> {
    await this.page.goto('/tenant/settings/single-sign-on')
    await this.heading.waitFor()
    return this
  }
}

/** The part of the sign-in page for identity providers. */
export class SingleSignOnForm extends PageObject {
  readonly way = this.page.getByRole('button', { name: 'Use single sign-on' })
  readonly emailOrTenant = this.page.getByLabel('E-mail or name of the tenant')
  readonly submit = this.page.getByRole('button', { name: 'Go to your identity provider' })
  readonly refusal = this.page.getByRole('alert')
  readonly back = this.page.getByRole('button', { name: 'Use a password' })
}

/** The page of the identity provider that the tests run. */
export class ProviderPage extends PageObject {
  async signInAs(name: string): Promise<void> {
    await this.page.locator('input[name="login"]').fill(name)
    await this.page.locator('input[name="password"]').fill('any')
    await this.page.getByRole('button', { name: /sign.?in/i }).click()
  }
}
