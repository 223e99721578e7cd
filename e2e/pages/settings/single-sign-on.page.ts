import type { Locator, Page } from '@playwright/test'

/** Single sign-on under Tenant Settings. */
export class SingleSignOnPage {
  readonly heading: Locator
  readonly isEnabled: Locator
  readonly callbackUrl: Locator
  readonly issuer: Locator
  readonly clientId: Locator
  readonly clientSecret: Locator
  readonly domains: Locator
  readonly test: Locator
  readonly save: Locator
  readonly outcome: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Single sign-on', level: 1 })
    this.isEnabled = page.getByRole('switch', { name: /may sign in by the provider/ })
    this.callbackUrl = page.getByRole('textbox', { name: 'Redirect address' })
    this.issuer = page.getByLabel('Issuer')
    this.clientId = page.getByLabel('Client ID')
    this.clientSecret = page.getByLabel('Client secret')
    this.domains = page.getByLabel('E-mail domains')
    this.test = page.getByRole('button', { name: 'Test the provider' })
    this.save = page.getByRole('button', { name: 'Save', exact: true })
    this.outcome = page.getByRole('main').getByRole('status').last()
  }

  async switchOn(): Promise<void> {
    // PatternFly's picture of the switch lies over the input.
    await this.isEnabled.check({ force: true })
  }

  async open(): Promise<this> {
    await this.page.goto('/tenant/settings/single-sign-on')
    await this.heading.waitFor()
    return this
  }
}

/** The part of the sign-in page that leads to a provider. */
export class SingleSignOnForm {
  readonly way: Locator
  readonly emailOrTenant: Locator
  readonly submit: Locator
  readonly refusal: Locator
  readonly back: Locator

  constructor(page: Page) {
    this.way = page.getByRole('button', { name: 'Use single sign-on' })
    this.emailOrTenant = page.getByLabel('E-mail or name of the tenant')
    this.submit = page.getByRole('button', { name: 'Go to your identity provider' })
    this.refusal = page.getByRole('alert')
    this.back = page.getByRole('button', { name: 'Use a password' })
  }
}

/** The page of the tests' own provider. */
export class ProviderPage {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async signInAs(name: string): Promise<void> {
    await this.page.locator('input[name="login"]').fill(name)
    await this.page.locator('input[name="password"]').fill('any')
    await this.page.getByRole('button', { name: /sign.?in/i }).click()
  }
}
