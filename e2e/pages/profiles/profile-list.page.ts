import type { Locator } from '@playwright/test'
import { chooseFilter } from '../choose-filter.ts'
import { EmptyValuesDialog } from './empty-values.page.ts'
import { ExportDialog } from './export-dialog.page.ts'
import { ImportWizard } from '../import/import-wizard.page.ts'
import { FilteredList } from '../table-page.ts'
import { ProfilePage } from './profile.page.ts'

export type FilterLabel = 'Type' | 'Cloud' | 'Tag' | 'Scope' | 'State'

/** Profiles > Cluster Profiles. */
export class ProfileList extends FilteredList {
  readonly heading = this.page.getByRole('heading', { name: 'Cluster Profiles', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'Cluster profiles' })
  readonly search = this.page.getByRole('searchbox', { name: 'Search by name, description or tag' })
  readonly count = this.page.getByRole('status').filter({ hasText: /profiles?$/ })
  readonly importProfile = this.page.getByRole('link', { name: 'Import Cluster Profile' })
  readonly addProfile = this.page.getByRole('link', { name: 'Add Cluster Profile' })
  readonly viewButton = this.page.getByRole('button', { name: 'View', exact: true })
  readonly savedButton = this.page.getByRole('button', { name: 'Saved filters' })
  readonly noHit = this.page.getByRole('heading', { name: 'No profile matches' })

  /** Opens the list through the menu, in the scope used last, or at an address. */
  async open(path?: string): Promise<this> {
    await this.page.goto(path ?? '/')
    if (path === undefined)
      await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Profiles' }).click()
    await this.heading.waitFor()
    return this
  }

  async openProfile(name: string): Promise<ProfilePage> {
    await this.page.getByRole('link', { name, exact: true }).click()
    return new ProfilePage(this.page)
  }

  /** The badge with the number of values that an import left empty. */
  emptyValues(name: string): Locator {
    return this.page.getByRole('link', { name: `still empty in ${name}` })
  }

  async openEmptyValues(name: string): Promise<EmptyValuesDialog> {
    await this.emptyValues(name).click()
    return new EmptyValuesDialog(this.page)
  }

  async openImport(): Promise<ImportWizard> {
    await this.importProfile.click()
    return new ImportWizard(this.page)
  }

  async openExport(name: string): Promise<ExportDialog> {
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click()
    await this.page.getByRole('menuitem', { name: 'Export profile' }).click()
    return new ExportDialog(this.page)
  }

  async filterBy(label: FilterLabel, ...choices: string[]): Promise<void> {
    await chooseFilter(this.page, label, choices)
  }

  async sortBy(column: 'Name' | 'Type' | 'Cloud' | 'Modified'): Promise<void> {
    await this.table.getByRole('button', { name: column }).click()
  }
}
