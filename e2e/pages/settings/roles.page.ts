import type { Locator, Page } from '@playwright/test'

/** Roles under Tenant Settings. */
export class RolesPage {
  readonly page: Page
  readonly heading: Locator
  readonly table: Locator
  readonly search: Locator
  readonly noneYet: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Roles', level: 1 })
    this.table = page.getByRole('table', { name: 'Roles' })
    this.search = page.getByRole('searchbox', { name: 'Search by name' })
    this.noneYet = page.getByRole('heading', { name: 'No role of your own yet' })
  }

  async open(query = ''): Promise<this> {
    await this.page.goto(`/tenant/settings/roles${query}`)
    await this.heading.waitFor()
    return this
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ hasText: name })
  }

  async add(): Promise<RoleForm> {
    await this.page.getByRole('button', { name: 'Add role' }).click()
    return new RoleForm(this.page).shown()
  }

  async openRole(name: string): Promise<RolePage> {
    await this.row(name).getByRole('link').click()
    return new RolePage(this.page).shown(name)
  }
}

/** The page of one role. */
export class RolePage {
  readonly page: Page
  readonly allows: Locator
  readonly holders: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.allows = page.getByRole('table', { name: /allows$/ })
    this.holders = page.getByRole('table', { name: 'Who holds it' })
    this.dialog = page.getByRole('dialog')
  }

  async shown(name: string): Promise<this> {
    await this.page.getByRole('heading', { name, level: 1 }).waitFor()
    return this
  }

  action(name: 'Edit' | 'Clone' | 'Delete'): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true })
  }

  async edit(): Promise<RoleForm> {
    await this.action('Edit').click()
    return new RoleForm(this.page).shown()
  }

  async clone(): Promise<RoleForm> {
    await this.action('Clone').click()
    return new RoleForm(this.page).shown()
  }
}

/** Where a role is added or changed. */
export class RoleForm {
  readonly page: Page
  readonly name: Locator
  readonly search: Locator
  readonly chosen: Locator
  readonly save: Locator

  constructor(page: Page) {
    this.page = page
    this.name = page.getByRole('textbox', { name: 'Name' })
    this.search = page.getByRole('searchbox', { name: 'Search permissions' })
    this.chosen = page.getByText(/^\d+ of \d+ chosen$/)
    this.save = page.getByRole('button', { name: 'Save', exact: true })
  }

  async shown(): Promise<this> {
    await this.name.waitFor()
    return this
  }

  scope(name: 'A project' | 'The tenant'): Locator {
    return this.page.getByRole('radio', { name })
  }

  /** `Macros: read`, or `Macros: all`. */
  permission(name: string): Locator {
    return this.page.getByRole('checkbox', { name, exact: true })
  }
}
