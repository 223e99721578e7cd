import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

export type Choice = 'Keep mine' | 'Take new' | 'Both' | 'Edit'

/** The merge of a layer's values into another version of its pack. */
export class PackUpdatePage extends PageObject {
  readonly heading = this.page.getByRole('heading', { level: 1 })
  readonly summary = this.page.getByRole('status').filter({ hasText: 'merged' })
  readonly apply = this.page.getByRole('button', { name: /^Apply to / })
  readonly layers = this.page.getByRole('navigation', { name: 'Layers to update' }).getByRole('listitem')
  readonly version = this.page.getByRole('button', { name: /^New version: / })
  readonly conflicts = this.page.getByRole('region', { name: /^Conflict at / })

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
