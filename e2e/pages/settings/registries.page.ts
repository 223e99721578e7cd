import type { Locator, Page } from '@playwright/test'
import { PageObject } from '../page-object.ts'

export type RegistryKind = 'Pack' | 'Helm' | 'OCI' | 'Amazon ECR'

/** The page that adds a registry, or changes one. */
export class RegistryForm {
  readonly page: Page
  readonly heading: Locator
  readonly name: Locator
  readonly address: Locator
  readonly basePath: Locator
  readonly baseContentPath: Locator
  readonly userName: Locator
  readonly password: Locator
  readonly token: Locator
  readonly replacePassword: Locator
  readonly ownCertificates: Locator
  readonly authority: Locator
  readonly skipVerification: Locator
  readonly testConnection: Locator
  readonly outcome: Locator
  readonly syncAfterSaving: Locator
  readonly save: Locator
  readonly cancel: Locator
  readonly leaveDialog: Locator

  constructor(page: Page) {
    this.page = page
    const main = page.getByRole('main')
    this.heading = main.getByRole('heading', { level: 1, name: /^(Add registry|Edit )/ })
    this.name = main.getByRole('textbox', { name: 'Name', exact: true })
    this.address = main.getByRole('textbox', { name: 'Address' })
    this.basePath = main.getByRole('textbox', { name: 'Base path' })
    this.baseContentPath = main.getByRole('textbox', { name: 'Base content path' })
    this.userName = main.getByRole('textbox', { name: 'User name' })
    this.password = main.getByRole('textbox', { name: 'Password' })
    this.token = main.getByRole('textbox', { name: 'Token' })
    this.replacePassword = main.getByRole('button', { name: 'Replace password' })
    this.ownCertificates = main.getByRole('switch', { name: 'Own certificates' })
    this.authority = main.getByRole('textbox', { name: 'Certificate authority' })
    this.skipVerification = main.getByRole('checkbox', { name: 'Skip verification' })
    this.testConnection = main.getByRole('button', { name: 'Test connection' })
    this.outcome = main.getByRole('status')
    this.syncAfterSaving = main.getByRole('switch', { name: 'Sync after saving' })
    this.save = main.getByRole('button', { name: 'Save' })
    this.cancel = main.getByRole('link', { name: 'Cancel' })
    this.leaveDialog = page.getByRole('dialog', { name: 'Leave without saving?' })
  }

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
