import { PageObject } from '../page-object.ts'
import { TablePage } from '../table-page.ts'

/** The table of keys, on My account and under Tenant Settings. */
export class ApiKeyTable extends TablePage {
  readonly table = this.page.getByRole('table', { name: 'API keys' })

  async disable(name: string): Promise<void> {
    await this.table.getByRole('button', { name: `Disable ${name}`, exact: true }).click()
  }

  async enable(name: string): Promise<void> {
    await this.table.getByRole('button', { name: `Enable ${name}`, exact: true }).click()
  }

  /** Opens the confirmation; `confirmRevocation` confirms it. */
  async revoke(name: string): Promise<void> {
    await this.table.getByRole('button', { name: `Revoke ${name}`, exact: true }).click()
  }

  async confirmRevocation(): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Revoke', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}

/** API keys under Tenant Settings. */
export class ApiKeysPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'API keys', level: 1 })
  readonly search = this.page.getByRole('searchbox', { name: 'Search by name or owner' })
  readonly keys = new ApiKeyTable(this.page)

  async open(): Promise<this> {
    await this.page.goto('/tenant/settings/api-keys')
    await this.heading.waitFor()
    return this
  }
}
