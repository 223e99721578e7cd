import type { Locator, Page } from '@playwright/test'

/** Where a day starts. */
export class HomePage {
  readonly page: Page
  readonly heading: Locator
  readonly attention: Locator
  readonly updates: Locator
  readonly recent: Locator
  readonly profiles: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Home', level: 1 })
    this.attention = page.getByRole('region', { name: 'Needs attention' })
    this.updates = page.getByRole('region', { name: 'Updates available' })
    this.recent = page.getByRole('region', { name: 'Recently' })
    this.profiles = page.getByRole('region', { name: 'Profiles' })
  }

  async open(scope: string): Promise<this> {
    await this.page.goto(`${scope}/home`)
    await this.heading.waitFor()
    return this
  }
}
