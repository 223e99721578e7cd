import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { PackUpdatePage } from '../profiles/pack-update.page.ts'

/** Step 2: groups of rows, each with its remedy. */
export class ValidateStep extends PageObject {
  readonly verdict = this.page
    .getByRole('status')
    .filter({ hasText: /^.*(Ready to import|problems? to fix|Cannot be imported)$/ })
  readonly name = this.page.getByRole('textbox', { name: 'Name', exact: true })
  readonly version = this.page.getByRole('textbox', { name: 'Version', exact: true })
  readonly keepAll = this.page.getByRole('button', { name: /^Fill all from / })
  readonly leaveAllEmpty = this.page.getByRole('button', { name: /^Leave all \d+ empty$/ })

  group(title: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${title}`) })
  }

  /** A row by its text: the layer, the place, or the problem. */
  row(words: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('region').getByRole('listitem').filter({ hasText: words })
  }

  async change(row: Locator): Promise<void> {
    await row.getByRole('button', { name: 'Change' }).click()
  }

  async rename(name: string): Promise<void> {
    const change = this.group('Name and version').getByRole('button', { name: 'Change' })
    if (await change.isVisible()) await change.click()
    await this.name.fill(name)
    await this.name.press('Enter')
  }

  async useNextVersion(): Promise<void> {
    await this.page.getByRole('button', { name: /^Use .+ \(next free\)$/ }).click()
  }

  /** Takes another version for a missing pack, by the start of its label: `1.46.0`. */
  async takeVersion(pack: string, version: string): Promise<void> {
    const select = this.row(pack).getByRole('combobox', { name: 'Version available here' })
    const label = await select
      .getByRole('option')
      .filter({ hasText: new RegExp(`^${version} `) })
      .innerText()
    await select.selectOption({ label })
  }

  /** Opens the merge of a layer's values into the defaults of its new version. */
  async openMerge(pack: string): Promise<PackUpdatePage> {
    await this.row(pack)
      .getByRole('button', { name: /^Merge them into the defaults of / })
      .click()
    return new PackUpdatePage(this.page)
  }

  async useMergedValues(): Promise<void> {
    await this.page.getByRole('button', { name: 'Use the merged values' }).click()
  }

  async leaveOut(pack: string): Promise<void> {
    await this.page.getByRole('button', { name: `Leave this layer out: ${pack}` }).click()
  }

  /** Replaces the values of a layer in the editor of its row. */
  async editValues(layer: string, text: string): Promise<void> {
    await this.page.getByRole('button', { name: `Edit the values of ${layer}` }).click()
    const editor = this.page.getByRole('textbox', { name: `Values of ${layer}` })
    await editor.click()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
  }

  async useEditedValues(): Promise<void> {
    await this.page.getByRole('button', { name: 'Use these values' }).click()
  }

  async createMacro(name: string, value: string): Promise<void> {
    await this.page.getByRole('textbox', { name: `Value of ${name}` }).fill(value)
    await this.page.keyboard.press('Enter')
  }

  async fill(place: string, value: string): Promise<void> {
    await this.page.getByRole('textbox', { name: `Value of ${place}` }).fill(value)
    await this.page.keyboard.press('Enter')
  }

  async leaveEmpty(place: string): Promise<void> {
    await this.row(place).getByRole('button', { name: 'Leave empty' }).click()
  }

  async keep(place: string): Promise<void> {
    await this.row(place)
      .getByRole('button', { name: /^Keep the value of / })
      .click()
  }
}
