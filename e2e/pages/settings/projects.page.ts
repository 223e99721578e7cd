import type { Locator } from '@playwright/test'
import { TablePage } from '../table-page.ts'

/** Projects under Tenant Settings. */
export class ProjectsPage extends TablePage {
  readonly heading = this.page.getByRole('heading', { name: 'Projects', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'Projects' })
  readonly dialog = this.page.getByRole('dialog')
  readonly name = this.dialog.getByRole('textbox', { name: 'Name' })
  readonly description = this.dialog.getByRole('textbox', { name: 'Description' })

  async open(query = ''): Promise<this> {
    await this.page.goto(`/tenant/settings/projects${query}`)
    await this.heading.waitFor()
    return this
  }

  action(name: string, action: 'Edit' | 'Delete'): Locator {
    return this.table.getByRole('button', { name: `${action} ${name}`, exact: true })
  }

  /** Presses a button of the open dialog. */
  answer(name: 'Add' | 'Save' | 'Delete'): Locator {
    return this.dialog.getByRole('button', { name, exact: true })
  }

  async add(name: string, description: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add project' }).click()
    await this.name.fill(name)
    await this.description.fill(description)
    await this.answer('Add').click()
  }
}
