import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { AddLayerPanel } from './add-layer.page.ts'
import { BuilderVariables } from './builder-variables.page.ts'

/** The builder. */
export class BuilderPage extends PageObject {
  readonly #bar = this.page.getByRole('region', { name: 'Changes' })
  readonly heading = this.page.getByRole('heading', { level: 1 })
  readonly stack = this.page.getByRole('listbox', { name: 'Layers, from the top of the stack to the bottom' })
  /** `3 changes · 1 problem · 2 warnings` */
  readonly state = this.#bar.getByRole('status')
  readonly review = this.#bar.getByRole('button', { name: 'Review and save' })
  readonly undo = this.#bar.getByRole('button', { name: 'Undo' })
  readonly redo = this.#bar.getByRole('button', { name: 'Redo' })
  readonly discard = this.#bar.getByRole('button', { name: 'Discard' })
  readonly dialog = this.page.getByRole('dialog')
  readonly saveDraft = this.dialog.getByRole('button', { name: 'Save as draft' })
  /** Merges what somebody else saved meanwhile. */
  readonly merge = this.dialog.getByRole('button', { name: 'Merge with my changes' })
  /** What somebody else saved meanwhile. */
  readonly meanwhile = this.page.getByRole('region', { name: 'Saved meanwhile' })

  text(label: string): Locator {
    return this.page.getByRole('main').getByRole('textbox', { name: label })
  }

  problems(label: string): Locator {
    return this.page.getByRole('list', { name: `Problems of ${label}` })
  }

  layer(name: string): Locator {
    return this.stack.getByRole('option', { name })
  }

  /** The layers from the top of the stack to the bottom. */
  get layers(): Locator {
    return this.stack.getByRole('option')
  }

  /** An action on the selected layer: Add layer, Move up, Move down, Remove. */
  stackTool(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name: 'Change the stack' }).getByRole('button', { name })
  }

  get addLayerPanel(): AddLayerPanel {
    return new AddLayerPanel(this.page)
  }

  async openAddLayer(button = 'Add layer'): Promise<AddLayerPanel> {
    await this.stackTool(button).click()
    return this.addLayerPanel.waitFor()
  }

  /** Adds the newest version of a pack. */
  async addPack(displayName: string): Promise<void> {
    const panel = await this.openAddLayer()
    await panel.choose(displayName)
    await panel.add(displayName)
  }

  async openVariables(): Promise<BuilderVariables> {
    await this.openPart('Variables')
    const variables = new BuilderVariables(this.page)
    await variables.add.waitFor()
    return variables
  }

  async openPart(name: 'Layers' | 'Variables'): Promise<void> {
    await this.part(name).click()
  }

  part(name: 'Layers' | 'Variables'): Locator {
    return this.page.getByRole('navigation', { name: 'Parts of the profile' }).getByRole('link', { name })
  }

  async saveAsDraft(): Promise<void> {
    await this.openReview()
    await this.saveAs('Save as draft')
  }

  revealButton(name: string): Locator {
    return this.page.getByRole('button', { name: `Reveal ${name}` })
  }

  /** The masked values below a text of this layer, each with its Reveal button. */
  maskedValues(of: string): Locator {
    return this.page.locator(`[aria-label="Masked values of ${of}"]`)
  }

  /** Saves with the choice of this name: `Save as 1.1.0`. */
  async saveAs(way: string): Promise<void> {
    await this.way(way).check()
    await this.dialog.getByRole('button', { name: way, exact: true }).click()
  }

  /** The choices of how to save. */
  get saveWays(): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'How to save' }).getByRole('radio')
  }

  way(name: string): Locator {
    return this.dialog.getByRole('radio', { name, exact: true })
  }

  /** A text that both sides changed. */
  conflict(name: string): Locator {
    return this.page.getByRole('region', { name: `Both changed: ${name}` })
  }

  /** Types at the end of a text. */
  async append(label: string, typed: string): Promise<void> {
    await this.text(label).click()
    await this.page.keyboard.press('ControlOrMeta+End')
    await this.page.keyboard.type(typed)
  }

  /** Moves from one change from the default to the next. */
  get defaultChanges(): Locator {
    return this.page.getByRole('button', { name: /changes? from default$/ })
  }

  get shownDefault(): Locator {
    return this.page.getByRole('status').filter({ hasText: /^(Default|The default has nothing here)/ })
  }

  get changedBars(): Locator {
    return this.page.getByTitle(/^(Changed from default|The default has lines here)\./)
  }

  async addManifest(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add manifest' }).click()
    await this.dialog.getByLabel('Name').fill(name)
    await this.page.keyboard.press('Enter')
  }

  async openView(name: 'Values' | 'Presets' | 'README' | 'Constraints'): Promise<void> {
    await this.page.getByRole('tab', { name }).click()
  }

  /** The version and registry of the selected layer. */
  get packMenu(): Locator {
    return this.page.getByRole('button', { name: /^Version and registry of / })
  }

  /** Selects another version for the selected layer; its values are merged in a dialog. */
  async chooseVersion(version: string): Promise<void> {
    await this.packMenu.click()
    await this.page.getByRole('menuitem', { name: version }).click()
  }

  /** Takes the selected version with the merged values; in conflicts, the layer's values win. */
  async takeVersion(): Promise<void> {
    await this.dialog.getByRole('status').waitFor()
    for (const keep of await this.dialog.getByRole('button', { name: 'Keep mine' }).all()) await keep.click()
    await this.dialog.getByRole('button', { name: 'Take this version' }).click()
    await this.dialog.waitFor({ state: 'detached' })
  }

  preset(name: string): Locator {
    return this.page.getByRole('switch', { name })
  }

  /** The completions for the text before the caret. */
  get completions(): Locator {
    return this.page.getByRole('listbox', { name: 'Completions' }).getByRole('option')
  }

  /** Replaces the text. */
  async replace(label: string, text: string): Promise<void> {
    await this.text(label).click()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
  }

  async editInfo(fields: { name?: string; description?: string; labels?: string }): Promise<void> {
    await this.page.getByRole('button', { name: 'Edit info' }).click()
    if (fields.name !== undefined) await this.dialog.getByLabel('Name').fill(fields.name)
    if (fields.description !== undefined) await this.dialog.getByLabel('Description').fill(fields.description)
    if (fields.labels !== undefined) await this.dialog.getByLabel('Tags').fill(fields.labels)
    await this.dialog.getByRole('button', { name: 'Apply' }).click()
  }

  async openReview(): Promise<void> {
    await this.review.click()
    await this.dialog.getByRole('radiogroup', { name: 'How to save' }).waitFor()
  }

  /** Saves and publishes everything, and waits for the profile's page. */
  async publish(): Promise<void> {
    await this.openReview()
    await this.saveAs('Save and publish')
  }
}
