import type { Locator, Page } from '@playwright/test'

/** General under Tenant Settings. */
export class TenantSettingsPage {
  readonly page: Page
  readonly heading: Locator
  readonly name: Locator
  readonly keepsPublished: Locator
  readonly registriesMustMatch: Locator
  readonly save: Locator
  readonly cancel: Locator
  readonly leaveDialog: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'General', level: 1 })
    this.name = page.getByRole('textbox', { name: 'Name' })
    this.keepsPublished = page.getByRole('switch', { name: 'Published versions cannot be changed' })
    this.registriesMustMatch = page.getByRole('switch', { name: 'Registries must match' })
    this.save = page.getByRole('button', { name: 'Save' })
    this.cancel = page.getByRole('button', { name: 'Cancel' })
    this.leaveDialog = page.getByRole('dialog', { name: 'Leave without saving?' })
  }

  async open(): Promise<this> {
    await this.page.goto('/tenant/settings/general')
    await this.heading.waitFor()
    return this
  }

  colour(name: string): Locator {
    return this.page.getByRole('radio', { name })
  }

  /** The bar as it would be. */
  preview(colour: string): Locator {
    return this.page.getByRole('img', { name: `The bar above in ${colour}` })
  }

  async keepPublished(): Promise<void> {
    // PatternFly's picture of the switch lies over the input.
    await this.keepsPublished.check({ force: true })
  }

  async matchRegistries(): Promise<void> {
    await this.registriesMustMatch.check({ force: true })
  }

  async saveAll(): Promise<void> {
    await this.save.click()
    await this.page.getByRole('listitem').filter({ hasText: 'Settings saved.' }).first().waitFor()
  }
}
