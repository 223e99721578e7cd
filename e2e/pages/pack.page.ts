import type { Locator, Page } from '@playwright/test'

export type PackTab = 'README' | 'Values' | 'Presets' | 'Constraints' | 'Used by'

/** One version of a pack. */
export class PackPage {
  readonly page: Page
  readonly heading: Locator
  readonly version: Locator
  readonly readme: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('main').getByRole('heading', { level: 1 })
    this.version = page.getByRole('button', { name: /^Version: / })
    this.readme = page.getByRole('article')
  }

  tab(name: PackTab): Locator {
    return this.page.getByRole('navigation', { name: 'Parts of the pack' }).getByRole('link', { name })
  }

  async openTab(name: PackTab): Promise<void> {
    await this.tab(name).click()
  }

  async openVersion(version: string, registry: string): Promise<void> {
    await this.version.click()
    await this.page.getByRole('menuitem', { name: `${version} ${registry}` }).click()
  }

  /** The text of values or of a preset, by its label. */
  text(label: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name: label })
  }
}
