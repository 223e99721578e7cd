import type { Locator, Page } from '@playwright/test'
import { chooseFilter } from './choose-filter.ts'
import { PackPage } from './pack.page.ts'

export type PackFilterLabel = 'Layer' | 'Cloud' | 'Type' | 'Registry'

/** The packs of all registries. */
export class PacksPage {
  readonly page: Page
  readonly heading: Locator
  readonly table: Locator
  readonly rows: Locator
  readonly search: Locator
  readonly count: Locator
  readonly paging: Locator
  readonly clearAll: Locator
  readonly noHit: Locator
  readonly noPacks: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Packs', level: 1 })
    this.table = page.getByRole('table', { name: 'Packs' })
    this.rows = this.table.getByRole('row').filter({ has: page.getByRole('cell') })
    this.search = page.getByRole('searchbox', { name: 'Search by name' })
    this.count = page.getByRole('status').filter({ hasText: /packs?$/ })
    this.paging = page.getByRole('navigation', { name: 'Pagination' })
    this.clearAll = page.getByRole('button', { name: 'Clear all', exact: true })
    this.noHit = page.getByRole('heading', { name: 'No pack matches' })
    this.noPacks = page.getByRole('heading', { name: 'No packs yet' })
  }

  async open(path = '/tenant/packs'): Promise<this> {
    await this.page.goto(path)
    await this.heading.waitFor()
    return this
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  /** Opens the newest version of a pack by its display name. */
  async openPack(name: string): Promise<PackPage> {
    await this.table.getByRole('link', { name, exact: true }).click()
    return new PackPage(this.page)
  }

  async filterBy(label: PackFilterLabel, ...choices: string[]): Promise<void> {
    await chooseFilter(this.page, label, choices)
  }

  chip(text: string): Locator {
    return this.page.getByRole('list').getByRole('listitem').filter({ hasText: text })
  }

  async sortBy(column: 'Name' | 'Layer' | 'Type'): Promise<void> {
    await this.table.getByRole('button', { name: column }).click()
  }
}
