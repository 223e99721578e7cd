import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { chooseFilter, chooseOne } from '../choose-filter.ts'

/** The audit log under Tenant Settings or Project Settings. */
export class AuditLogPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Audit log', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'Events' })
  readonly object = this.page.getByRole('searchbox', { name: /^Search by exact name/ })
  readonly older = this.page.getByRole('button', { name: 'Show older events' })
  readonly nothing = this.page.getByRole('heading', { name: 'No event matches' })
  readonly dialog = this.page.getByRole('dialog')

  async open(scope: string, query = ''): Promise<this> {
    await this.page.goto(`${scope}/settings/audit-log${query}`)
    await this.heading.waitFor()
    return this
  }

  async filter(filter: 'Person' | 'Kind' | 'Action' | 'Outcome', choice: string): Promise<void> {
    await chooseFilter(this.page, filter, [choice])
  }

  async filterByTime(choice: string): Promise<void> {
    await chooseOne(this.page, 'Time', choice)
  }

  event(summary: string | RegExp): Locator {
    return this.table.getByRole('button', { name: summary })
  }

  /** A detail of an expanded event. */
  fact(name: string): Locator {
    return this.table.locator('dl').getByText(name, { exact: true }).locator('xpath=following-sibling::dd')
  }

  /** Exports the filtered events. */
  async export(format: 'CSV' | 'JSON lines') {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    await this.dialog.getByRole('radio', { name: format }).check()
    const saving = this.page.waitForEvent('download')
    await this.dialog.getByRole('button', { name: 'Export', exact: true }).click()
    return saving
  }
}
