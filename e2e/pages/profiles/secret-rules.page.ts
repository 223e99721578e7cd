import { TablePage } from '../table-page.ts'

export interface Rule {
  pack: string
  path: string
  verdict: 'Always mask' | 'Never mask'
}

/** Secrets under Tenant Settings. */
export class SecretRulesPage extends TablePage {
  readonly heading = this.page.getByRole('heading', { name: 'Secrets', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'Rules for secrets' })
  readonly add = this.page.getByRole('button', { name: 'Add rule' })
  readonly addDialog = this.page.getByRole('dialog', { name: 'Add rule' })
  readonly removeDialog = this.page.getByRole('dialog', { name: 'Remove this rule?' })

  async open(): Promise<this> {
    await this.page.goto('/tenant/settings/secrets')
    await this.heading.waitFor()
    return this
  }

  async addRule({ pack, path, verdict }: Rule): Promise<void> {
    await this.add.click()
    await this.addDialog.getByRole('textbox', { name: 'Pack' }).fill(pack)
    await this.addDialog.getByRole('textbox', { name: 'Path' }).fill(path)
    await this.addDialog.getByRole('radio', { name: verdict }).check()
    await this.addDialog.getByRole('button', { name: 'Add', exact: true }).click()
  }

  async openRemove(pack: string): Promise<void> {
    await this.row(pack)
      .getByRole('button', { name: /^Remove/ })
      .click()
  }

  async remove(pack: string): Promise<void> {
    await this.openRemove(pack)
    await this.removeDialog.getByRole('button', { name: 'Remove' }).click()
  }
}
