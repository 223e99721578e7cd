import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

/** Step 3, only if more than one registry holds a pack. */
export class SelectRepositoriesStep extends PageObject {
  readonly table = this.page.getByRole('table', { name: 'Packs and their registries' })
  readonly onlyOnes = this.page.getByRole('button', { name: /in only one registry( each)?$/ })

  repositoryOf(pack: string): Locator {
    return this.page.getByRole('combobox', { name: `Registry for ${pack}` })
  }

  forAllFrom(registry: string): Locator {
    return this.page.getByRole('combobox', { name: `Use for all packs from “${registry}”` })
  }
}
