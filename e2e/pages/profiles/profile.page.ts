import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { clickText } from '../click-text.ts'
import { BuilderPage } from './builder.page.ts'
import { EmptyValuesDialog } from './empty-values.page.ts'
import { ExportDialog } from './export-dialog.page.ts'
import { PackUpdatePage } from './pack-update.page.ts'

export type Tab = 'Layers' | 'Variables' | 'Versions' | 'Imports'

/** One profile with its tabs. */
export class ProfilePage extends PageObject {
  readonly heading = this.page.getByRole('heading', { level: 1 })
  readonly stack = this.page.getByRole('listbox', { name: 'Layers, from the top of the stack to the bottom' })
  readonly layers = this.stack.getByRole('option')
  readonly version = this.page.getByRole('button', { name: /^Version: / })
  readonly exportProfile = this.page.getByRole('link', { name: 'Export profile' })
  readonly edit = this.page.getByRole('link', { name: 'Edit', exact: true })
  readonly moreActions = this.page.getByRole('button', { name: 'More actions' })
  /** In the texts of the layer. */
  readonly masks = this.page.getByRole('textbox').getByRole('img', { name: 'Sensitive, not shown' })

  /** Masked values below a text (a layer's values, or a manifest), each with its Reveal button. */
  maskedValues(of: string): Locator {
    return this.page.locator(`[aria-label="Masked values of ${of}"]`)
  }

  revealButton(name: string): Locator {
    return this.page.getByRole('button', { name: `Reveal ${name}` })
  }

  hideButton(name: string): Locator {
    return this.page.getByRole('button', { name: `Hide ${name}` })
  }

  layer(name: string): Locator {
    return this.stack.getByRole('option', { name })
  }

  text(label: string): Locator {
    return this.page.getByRole('textbox', { name: label })
  }

  /** The actions on the value selected in the layer's text. */
  get chosenValue(): Locator {
    return this.page.getByRole('group', { name: 'Chosen value' }).first()
  }

  /** Clicks on a part of a text; the right button opens a menu there. */
  async chooseInText(label: string, text: string, button: 'left' | 'right' = 'left'): Promise<void> {
    await clickText(this.text(label), text, { button })
  }

  tab(name: Tab): Locator {
    return this.page.getByRole('navigation', { name: 'Parts of the profile' }).getByRole('link', { name })
  }

  async openTab(name: Tab): Promise<void> {
    await this.tab(name).click()
  }

  async openVersion(version: string): Promise<void> {
    await this.version.click()
    await this.page.getByRole('menuitem', { name: version }).click()
  }

  /** Copy uid, New version, Clone, Publish, Delete. */
  async openMoreActions(): Promise<void> {
    await this.moreActions.click()
  }

  get updatePack(): Locator {
    return this.page.getByRole('link', { name: /^Update pack to / })
  }

  /** The link to the updates of all layers that have a newer version. */
  get updateAll(): Locator {
    return this.page.getByRole('link', { name: /^Update all / })
  }

  async openPackUpdate(): Promise<PackUpdatePage> {
    await this.updatePack.click()
    return new PackUpdatePage(this.page)
  }

  async openPackUpdates(): Promise<PackUpdatePage> {
    await this.updateAll.click()
    return new PackUpdatePage(this.page)
  }

  /** The badge with the number of values that an import left empty. */
  get emptyValues(): Locator {
    return this.page.getByRole('link', { name: /values? still empty$/ })
  }

  /** The dialog opened by an address or a badge. */
  async openedEmptyValues(): Promise<EmptyValuesDialog> {
    const dialog = new EmptyValuesDialog(this.page)
    await dialog.dialog.waitFor()
    return dialog
  }

  async openEmptyValues(): Promise<EmptyValuesDialog> {
    await this.emptyValues.click()
    return new EmptyValuesDialog(this.page)
  }

  async openExport(): Promise<ExportDialog> {
    await this.exportProfile.click()
    return new ExportDialog(this.page)
  }

  async openBuilder(): Promise<BuilderPage> {
    await this.edit.click()
    const builder = new BuilderPage(this.page)
    await builder.state.waitFor()
    return builder
  }

  /** Opens the dialog of a menu action. */
  async openAction(name: 'New version' | 'Clone' | 'Publish' | 'Export as Terraform' | 'Delete'): Promise<Locator> {
    await this.openMoreActions()
    await this.page.getByRole('menuitem', { name, exact: true }).click()
    return this.page.getByRole('dialog')
  }
}
