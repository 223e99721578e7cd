import { chooseFilter } from './choose-filter.ts'
import { PackPage } from './pack.page.ts'
import { FilteredList } from './table-page.ts'

export type PackFilterLabel = 'Layer' | 'Cloud' | 'Type' | 'Registry'

/** The packs of all registries. */
export class PacksPage extends FilteredList {
  readonly heading = this.page.getByRole('heading', { name: 'Packs', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'Packs' })
  readonly search = this.page.getByRole('searchbox', { name: 'Search by name' })
  readonly count = this.page.getByRole('status').filter({ hasText: /packs?$/ })
  readonly paging = this.page.getByRole('navigation', { name: 'Pagination' })
  readonly noHit = this.page.getByRole('heading', { name: 'No pack matches' })
  readonly noPacks = this.page.getByRole('heading', { name: 'No packs yet' })

  async open(path = '/tenant/packs'): Promise<this> {
    await this.page.goto(path)
    await this.heading.waitFor()
    return this
  }

  /** Opens the newest version of a pack by its display name. */
  async openPack(name: string): Promise<PackPage> {
    await this.table.getByRole('link', { name, exact: true }).click()
    return new PackPage(this.page)
  }

  async filterBy(label: PackFilterLabel, ...choices: string[]): Promise<void> {
    await chooseFilter(this.page, label, choices)
  }

  async sortBy(column: 'Name' | 'Layer' | 'Type'): Promise<void> {
    await this.table.getByRole('button', { name: column }).click()
  }
}
