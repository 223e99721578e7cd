import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'

export type RegistryKind = 'Pack' | 'Helm' | 'OCI' | 'Amazon ECR'

/** The page that adds a registry, or changes one. */
export class RegistryForm extends PageObject {
  readonly #main = this.page.getByRole('main')
  readonly heading = this.#main.getByRole('heading', { level: 1, name: /^(Add registry|Edit )/ })
  readonly name = this.#main.getByRole('textbox', { name: 'Name', exact: true })
  readonly address = this.#main.getByRole('textbox', { name: 'Address' })
  readonly baseContentPath = this.#main.getByRole('textbox', { name: 'Base content path' })
  readonly userName = this.#main.getByRole('textbox', { name: 'User name' })
  readonly password = this.#main.getByRole('textbox', { name: 'Password' })
  readonly token = this.#main.getByRole('textbox', { name: 'Token' })
  readonly replacePassword = this.#main.getByRole('button', { name: 'Replace password' })
  readonly ownCertificates = this.#main.getByRole('switch', { name: 'Own certificates' })
  readonly skipVerification = this.#main.getByRole('checkbox', { name: 'Skip verification' })
  readonly testConnection = this.#main.getByRole('button', { name: 'Test connection' })
  readonly outcome = this.#main.getByRole('status')
  readonly save = this.#main.getByRole('button', { name: 'Save' })
  readonly cancel = this.#main.getByRole('link', { name: 'Cancel' })
  readonly leaveDialog = this.page.getByRole('dialog', { name: 'Leave without saving?' })

  async chooseKind(kind: RegistryKind): Promise<void> {
    if (kind === 'Amazon ECR') await this.page.getByRole('button', { name: 'More kinds' }).click()
    await this.page.getByRole('radio', { name: kind, exact: true }).check()
  }

  async chooseAuthentication(type: 'None' | 'User name and password' | 'Token'): Promise<void> {
    await this.page.getByRole('radio', { name: type }).check()
  }

  /** Fills what every registry needs. */
  async fill(registry: { kind: RegistryKind; name: string; address: string; baseContentPath?: string }): Promise<void> {
    await this.chooseKind(registry.kind)
    await this.name.fill(registry.name)
    await this.address.fill(registry.address)
    if (registry.baseContentPath !== undefined) await this.baseContentPath.fill(registry.baseContentPath)
  }
}

/** Tenant Settings > Registries. */
export class RegistriesPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Registries', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'Registries' })
  readonly addRegistry = this.page.getByRole('main').getByRole('link', { name: 'Add registry' })
  /** What screen readers announce about syncs. */
  readonly said = this.page.getByRole('main').getByRole('status').filter({ hasText: ': ' })

  async open(): Promise<this> {
    await this.page.goto('/tenant/settings/registries')
    await this.heading.waitFor()
    return this
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) })
  }

  syncNow(name: string): Locator {
    return this.page.getByRole('button', { name: `Sync now: ${name}` })
  }

  cancelSync(name: string): Locator {
    return this.page.getByRole('button', { name: `Cancel the sync of ${name}` })
  }

  progress(name: string): Locator {
    return this.page.getByRole('progressbar', { name: `Sync of ${name}` })
  }

  async openAdd(): Promise<RegistryForm> {
    await this.addRegistry.click()
    const form = new RegistryForm(this.page)
    await form.heading.waitFor()
    return form
  }

  async add(registry: Parameters<RegistryForm['fill']>[0]): Promise<void> {
    const form = await this.openAdd()
    await form.fill(registry)
    await form.save.click()
    await this.row(registry.name).waitFor()
  }

  async openMenu(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click()
  }

  action(label: 'Edit' | 'Test connection' | 'Show syncs' | 'Delete'): Locator {
    return this.page.getByRole('menuitem', { name: label })
  }

  async openEdit(name: string): Promise<RegistryForm> {
    await this.openMenu(name)
    await this.action('Edit').click()
    const form = new RegistryForm(this.page)
    await form.heading.waitFor()
    return form
  }

  async openDelete(name: string): Promise<Locator> {
    await this.openMenu(name)
    await this.action('Delete').click()
    return this.page.getByRole('dialog', { name: `Delete registry ${name}?` })
  }

  async openSyncs(name: string): Promise<Locator> {
    await this.openMenu(name)
    await this.action('Show syncs').click()
    return this.page.getByRole('dialog', { name: `Syncs of ${name}` })
  }
}
