import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { TablePage } from '../table-page.ts'

/** Roles under Tenant Settings. */
export class RolesPage extends TablePage {
  readonly heading = this.page.getByRole('heading', { name: 'Roles', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'Roles' })
  readonly search = this.page.getByRole('searchbox', { name: 'Search by name' })

  async open(query = ''): Promise<this> {
    await this.page.goto(`/tenant/settings/roles${query}`)
    await this.heading.waitFor()
    return this
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
export class RolePage extends PageObject {
  readonly allows = this.page.getByRole('table', { name: /allows$/ })
  readonly holders = this.page.getByRole('table', { name: 'Who holds it' })
  readonly dialog = this.page.getByRole('dialog')

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

/** The form that adds or changes a role. */
export class RoleForm extends PageObject {
  readonly name = this.page.getByRole('textbox', { name: 'Name' })
  readonly search = this.page.getByRole('searchbox', { name: 'Search permissions' })
  readonly chosen = this.page.getByText(/^\d+ of \d+ chosen$/)
  readonly save = this.page.getByRole('button', { name: 'Save', exact: true })

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
