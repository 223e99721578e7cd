import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

/** General under Tenant Settings. */
export class TenantSettingsPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'General', level: 1 })
  readonly name = this.page.getByRole('textbox', { name: 'Name' })
  readonly keepsPublished = this.page.getByRole('switch', { name: 'Published versions cannot be changed' })
  readonly registriesMustMatch = this.page.getByRole('switch', { name: 'Registries must match' })
  readonly save = this.page.getByRole('button', { name: 'Save' })
  readonly cancel = this.page.getByRole('button', { name: 'Cancel' })
  readonly leaveDialog = this.page.getByRole('dialog', { name: 'Leave without saving?' })

  async open(): Promise<this> {
    await this.page.goto('/tenant/settings/general')
    await this.heading.waitFor()
    return this
  }

  colour(name: string): Locator {
    return this.page.getByRole('radio', { name })
  }

  /** The preview of the header. */
  preview(colour: string): Locator {
    return this.page.getByRole('img', { name: `The bar above in ${colour}` })
  }

  async keepPublished(): Promise<void> {
    // PatternFly draws the switch over its input.
    await this.keepsPublished.check({ force: true })
  }

  async matchRegistries(): Promise<void> {
    await this.registriesMustMatch.check({ force: true })
  }

  async saveAll(): Promise<void> {
    await this.save.click()
    await this.page.getByRole('listitem').filter({ hasText: 'Settings saved.' }).first().waitFor()
  }
}
