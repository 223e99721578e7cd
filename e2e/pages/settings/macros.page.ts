import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

/** The dialog that adds a macro, or changes one. */
export class MacroDialog {
  readonly dialog: Locator
  readonly name: Locator
  readonly value: Locator
  readonly submit: Locator

  constructor(dialog: Locator) {
    this.dialog = dialog
    this.name = dialog.getByRole('textbox', { name: 'Name' })
    this.value = dialog.getByRole('textbox', { name: 'Value' })
    this.submit = dialog.getByRole('button', { name: /^(Add|Save)$/ })
  }
}

/** Macros under Project Settings and Tenant Settings. */
export class MacrosPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Macros', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'Macros' })
  readonly addMacro = this.page.getByRole('button', { name: 'Add macro' })

  async open(scopePath: string): Promise<this> {
    await this.page.goto(`${scopePath}/settings/macros`)
    await this.heading.waitFor()
    return this
  }

  rows(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) })
  }

  async openAdd(): Promise<MacroDialog> {
    await this.addMacro.click()
    return new MacroDialog(this.page.getByRole('dialog', { name: 'Add macro' }))
  }

  async add(name: string, value: string): Promise<void> {
    const dialog = await this.openAdd()
    await dialog.name.fill(name)
    await dialog.value.fill(value)
    await dialog.submit.click()
    await dialog.dialog.waitFor({ state: 'hidden' })
  }

  async openEdit(name: string): Promise<MacroDialog> {
    await this.page.getByRole('button', { name: `Edit ${name}` }).click()
    return new MacroDialog(this.page.getByRole('dialog', { name: `Edit macro ${name}` }))
  }

  async openDelete(name: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Delete ${name}` }).click()
    return this.page.getByRole('dialog', { name: `Delete macro ${name}?` })
  }
}
