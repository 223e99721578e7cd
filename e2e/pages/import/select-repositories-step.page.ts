import type { Locator, Page } from '@playwright/test'

/** Step 3, only when some pack stands in more than one registry. */
export class SelectRepositoriesStep {
  readonly page: Page
  readonly table: Locator
  readonly onlyOnes: Locator

  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('table', { name: 'Packs and their registries' })
    this.onlyOnes = page.getByRole('button', { name: /in only one registry( each)?$/ })
  }

  repositoryOf(pack: string): Locator {
    return this.page.getByRole('combobox', { name: `Registry for ${pack}` })
  }

  forAllFrom(registry: string): Locator {
    return this.page.getByRole('combobox', { name: `Use for all packs from “${registry}”` })
  }
}
