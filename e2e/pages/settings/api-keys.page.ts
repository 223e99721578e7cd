import type { Locator, Page } from '@playwright/test'

/** Keys as a table, on My account and under Tenant Settings. */
export class ApiKeyTable {
  readonly table: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('table', { name: 'API keys' })
  }

  row(text: string): Locator {
    return this.table.getByRole('row').filter({ hasText: text })
  }

  async disable(name: string): Promise<void> {
    await this.table.getByRole('button', { name: `Disable ${name}`, exact: true }).click()
  }

  async enable(name: string): Promise<void> {
    await this.table.getByRole('button', { name: `Enable ${name}`, exact: true }).click()
  }

  /** Asks for it; `confirmRevocation` says yes. */
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
export class ApiKeysPage {
  readonly heading: Locator
  readonly search: Locator
  readonly keys: ApiKeyTable
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'API keys', level: 1 })
    this.search = page.getByRole('searchbox', { name: 'Search by name or owner' })
    this.keys = new ApiKeyTable(page)
  }

  async open(): Promise<this> {
    await this.page.goto('/tenant/settings/api-keys')
    await this.heading.waitFor()
    return this
  }
}
