import type { Locator, Page } from '@playwright/test'

export type Choice = 'Keep mine' | 'Take new' | 'Both' | 'Edit'

/** The merge of a layer's values into another version of its pack. */
export class PackUpdatePage {
  readonly page: Page
  readonly heading: Locator
  readonly summary: Locator
  readonly apply: Locator
  readonly version: Locator
  readonly conflicts: Locator
  readonly layers: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { level: 1 })
    this.summary = page.getByRole('status').filter({ hasText: 'merged' })
    this.apply = page.getByRole('button', { name: /^Apply to / })
    this.layers = page.getByRole('navigation', { name: 'Layers to update' }).getByRole('listitem')
    this.version = page.getByRole('button', { name: /^New version: / })
    this.conflicts = page.getByRole('region', { name: /^Conflict at / })
  }

  text(layer: string): Locator {
    return this.page.getByRole('textbox', { name: `New values of ${layer}` })
  }

  async decide(place: string, choice: Choice): Promise<void> {
    const conflict = this.page.getByRole('region', { name: `Conflict at ${place}` })
    await conflict.getByRole('button', { name: choice, exact: true }).click()
  }

  problems(layer: string): Locator {
    return this.page.getByRole('list', { name: `Problems of ${layer}` }).getByRole('listitem')
  }

  async backToProfile(): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: /→/ }).waitFor()
    await this.page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').last().click()
  }

  take(layer: string): Locator {
    return this.page.getByRole('checkbox', { name: `Update ${layer}` })
  }

  async select(layer: string): Promise<void> {
    await this.layerButton(layer).click()
  }

  layerButton(layer: string): Locator {
    return this.layers.getByRole('button', { name: layer, exact: true })
  }

  saveAs(version: string): Locator {
    return this.page.getByRole('button', { name: `Save as ${version}` })
  }

  async chooseVersion(version: string): Promise<void> {
    await this.version.click()
    await this.page.getByRole('menuitem', { name: version }).click()
  }
}
