import type { Locator } from '@playwright/test'
import { PageObject } from './page-object.ts'

/** A page, or a part of one, around a table. */
export abstract class TablePage extends PageObject {
  abstract readonly table: Locator

  /** The rows that contain a text. */
  row(text: string): Locator {
    return this.table.getByRole('row').filter({ hasText: text })
  }
}

/** A list with filters, in which a link names each row. */
export abstract class FilteredList extends TablePage {
  readonly clearAll = this.page.getByRole('button', { name: 'Clear all', exact: true })

  get rows(): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('cell') })
  }

  override row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  /** A filter that is on. */
  chip(text: string): Locator {
    return this.page.getByRole('list').getByRole('listitem').filter({ hasText: text })
  }
}
