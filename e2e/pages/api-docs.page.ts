import type { Locator } from '@playwright/test'
import { PageObject } from './page-object.ts'

/** The documentation of the API. */
export class ApiDocs extends PageObject {
  readonly title = this.page.getByRole('heading', { name: /^Waybill/ })
  readonly back = this.page.getByRole('link', { name: 'Back to the console' })

  async open(): Promise<this> {
    await this.page.goto('/docs')
    await this.title.waitFor()
    return this
  }

  /** Sends the key with every request that is tried out. */
  async authorise(apiKey: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Authorize' }).click()
    await this.page.getByLabel('Value').first().fill(apiKey)
    await this.page.getByRole('button', { name: 'Apply credentials' }).first().click()
    await this.page.getByRole('button', { name: 'Close' }).first().click()
  }

  /** Expands a group and one of its operations. */
  async openOperation(tag: string, operationId: string): Promise<Locator> {
    await this.page.getByRole('heading', { name: new RegExp(`^${tag}`) }).click()
    const operation = this.page.locator(`[id="operations-${tag}-${operationId}"]`)
    await operation
      .getByRole('button', { name: new RegExp('^(get|post|put|patch|delete) ', 'i') })
      .first()
      .click()
    await operation.getByRole('button', { name: 'Try it out' }).waitFor()
    return operation
  }

  /** Sends an operation's example and returns the response. */
  async tryOut(tag: string, operationId: string): Promise<Locator> {
    const operation = await this.openOperation(tag, operationId)
    await operation.getByRole('button', { name: 'Try it out' }).click()
    await operation.getByRole('button', { name: 'Execute' }).click()
    return operation.locator('.live-responses-table .response').first()
  }
}
