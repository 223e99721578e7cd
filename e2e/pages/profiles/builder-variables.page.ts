import type { Locator } from '@playwright/test'
import { TablePage } from '../table-page.ts'

interface VariableFields {
  name?: string
  format?: string
  default?: string
  pattern?: string
}

/** The variables of a profile in the builder. */
export class BuilderVariables extends TablePage {
  readonly add = this.page.getByRole('main').getByRole('button', { name: 'Add variable' })
  readonly table = this.page.getByRole('table', { name: 'Variables' })
  /** All fields of one variable. */
  readonly panel = this.page.getByRole('dialog', { name: /variable/i })
  readonly name = this.panel.getByRole('textbox', { name: 'Name', exact: true })
  readonly tryValue = this.panel.getByLabel('Try a value')
  readonly takeOver = this.panel.getByRole('button', { name: /^(Add variable|Apply)$/ })

  defaultOf(name: string): Locator {
    return this.table.getByLabel(`Default of ${name}`)
  }

  usesOf(name: string): Locator {
    return this.table.getByRole('button', { name: `${name} is used` })
  }

  async fill(fields: VariableFields): Promise<void> {
    if (fields.name !== undefined) await this.name.fill(fields.name)
    if (fields.format !== undefined) await this.panel.getByLabel('Format').selectOption(fields.format)
    if (fields.default !== undefined) await this.panel.getByLabel('Default').fill(fields.default)
    if (fields.pattern !== undefined) await this.panel.getByLabel('Pattern').fill(fields.pattern)
  }

  async addVariable(fields: VariableFields): Promise<void> {
    await this.add.click()
    await this.fill(fields)
    await this.takeOver.click()
    await this.panel.waitFor({ state: 'detached' })
  }

  async openDetails(name: string): Promise<void> {
    await this.table.getByRole('button', { name: `Details of ${name}` }).click()
  }

  async remove(name: string): Promise<void> {
    await this.table.getByRole('button', { name: `Remove ${name}` }).click()
  }
}
