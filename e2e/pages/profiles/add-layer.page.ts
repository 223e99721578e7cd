import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

/** The panel on the right that adds layers to the stack. */
export class AddLayerPanel extends PageObject {
  readonly panel = this.page.getByRole('dialog', { name: /^Add layer/ })
  readonly search = this.panel.getByRole('searchbox')
  /** Packs that fit come first. */
  readonly packs = this.panel.getByRole('list', { name: 'Packs' }).getByRole('button')
  readonly version = this.panel.getByLabel('Version and registry')
  readonly displayName = this.panel.getByLabel('Display name')
  readonly manifestName = this.panel.getByLabel('Name of the layer')
  readonly addManifest = this.panel.getByRole('button', { name: 'Add manifest layer' })

  async waitFor(): Promise<this> {
    await this.packs.first().waitFor()
    return this
  }

  pack(displayName: string): Locator {
    return this.packs.filter({ hasText: displayName })
  }

  async choose(displayName: string): Promise<void> {
    await this.pack(displayName).click()
    await this.version.waitFor()
  }

  async show(part: 'README' | 'Values' | 'Constraints'): Promise<void> {
    await this.panel.getByRole('button', { name: part, exact: true }).click()
  }

  addButton(displayName: string): Locator {
    return this.panel.getByRole('button', { name: `Add ${displayName}` })
  }

  async add(displayName: string): Promise<void> {
    await this.addButton(displayName).click()
    await this.panel.waitFor({ state: 'detached' })
  }

  /** Opens the layers of another profile. */
  async openProfile(name: string, version: string): Promise<void> {
    await this.panel.getByRole('button', { name: 'From another profile' }).click()
    await this.search.fill(name)
    await this.panel.getByRole('button', { name: `${name} ${version}` }).click()
  }

  layerToCopy(name: string | RegExp): Locator {
    return this.panel.getByRole('checkbox', { name })
  }

  async addCopies(count: string): Promise<void> {
    await this.panel.getByRole('button', { name: `Add ${count}` }).click()
    await this.panel.waitFor({ state: 'detached' })
  }

  async chooseManifest(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Manifest', exact: true }).click()
  }

  async addManifestLayer(name: string): Promise<void> {
    await this.manifestName.fill(name)
    await this.addManifest.click()
    await this.panel.waitFor({ state: 'detached' })
  }
}
