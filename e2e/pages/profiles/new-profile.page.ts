import { PageObject } from '../page-object.ts'
import { BuilderPage } from './builder.page.ts'

interface NewProfileFields {
  name?: string
  version?: string
  description?: string
  labels?: string
  type?: 'Full' | 'Infrastructure' | 'Add-on'
  cloud?: string
}

/** The form for a new profile, before its layers. */
export class NewProfilePage extends PageObject {
  readonly name = this.page.getByRole('textbox', { name: 'Name', exact: true })
  readonly proceed = this.page.getByRole('button', { name: 'Continue to layers' })

  async open(scopePath: string): Promise<this> {
    await this.page.goto(`${scopePath}/profiles/add`)
    await this.proceed.waitFor()
    return this
  }

  async fill(fields: NewProfileFields): Promise<void> {
    const main = this.page.getByRole('main')
    if (fields.name !== undefined) await this.name.fill(fields.name)
    if (fields.version !== undefined) await main.getByLabel('Version').fill(fields.version)
    if (fields.description !== undefined) await main.getByLabel('Description').fill(fields.description)
    if (fields.labels !== undefined) await main.getByLabel('Tags').fill(fields.labels)
    if (fields.type !== undefined) await main.getByRole('radio', { name: fields.type, exact: true }).check()
    if (fields.cloud !== undefined) await main.getByLabel('Cloud').selectOption({ label: fields.cloud })
  }

  async continue(): Promise<BuilderPage> {
    await this.proceed.click()
    const builder = new BuilderPage(this.page)
    await builder.stackTool('Add layer').waitFor()
    return builder
  }
}
