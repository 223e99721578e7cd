import type { Locator } from '@playwright/test'
import { PageObject } from './page-object.ts'

export type PackTab = 'README' | 'Values' | 'Presets' | 'Constraints' | 'Used by'

/** One version of a pack. */
export class PackPage extends PageObject {
  readonly heading = this.page.getByRole('main').getByRole('heading', { level: 1 })
  readonly version = this.page.getByRole('button', { name: /^Version: / })
  readonly readme = this.page.getByRole('article')

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
