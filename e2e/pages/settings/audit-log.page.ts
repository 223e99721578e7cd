import type { Locator, Page } from '@playwright/test'
import { chooseFilter } from '../choose-filter.ts'

/** The audit log under Tenant Settings or Project Settings. */
export class AuditLogPage {
  readonly page: Page
  readonly heading: Locator
  readonly table: Locator
  readonly object: Locator
  readonly older: Locator
  readonly nothing: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Audit log', level: 1 })
    this.table = page.getByRole('table', { name: 'Events' })
    this.object = page.getByRole('searchbox', { name: 'Search by whole name of an object' })
    this.older = page.getByRole('button', { name: 'Show older events' })
    this.nothing = page.getByRole('heading', { name: 'No event matches' })
    this.dialog = page.getByRole('dialog')
  }

  async open(scope: string, query = ''): Promise<this> {
    await this.page.goto(`${scope}/settings/audit-log${query}`)
    await this.heading.waitFor()
    return this
  }

  async filter(filter: 'Time' | 'Person' | 'Kind' | 'Action' | 'Outcome', choice: string): Promise<void> {
    await chooseFilter(this.page, filter, [choice])
  }

  event(summary: string | RegExp): Locator {
    return this.table.getByRole('button', { name: summary })
  }

  /** What is told of an event that is open. */
  fact(name: string): Locator {
    return this.table.locator('dl').getByText(name, { exact: true }).locator('xpath=following-sibling::dd')
  }

  /** Saves what is filtered. */
  async export(format: 'CSV' | 'JSON lines') {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click()
    await this.dialog.getByRole('radio', { name: format }).check()
    const saving = this.page.waitForEvent('download')
    await this.dialog.getByRole('button', { name: 'Export', exact: true }).click()
    return saving
  }
}
