import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { TablePage } from '../table-page.ts'
import { editRoles } from './edit-roles.ts'

/** Teams under Tenant Settings. */
export class TeamsPage extends TablePage {
  readonly heading = this.page.getByRole('heading', { name: 'Teams', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'Teams' })
  readonly dialog = this.page.getByRole('dialog')
  readonly name = this.dialog.getByRole('textbox', { name: 'Name' })

  async open(query = ''): Promise<this> {
    await this.page.goto(`/tenant/settings/teams${query}`)
    await this.heading.waitFor()
    return this
  }

  /** Adds a team, whose page opens. */
  async add(name: string): Promise<TeamPage> {
    await this.page.getByRole('button', { name: 'Add team' }).click()
    await this.name.fill(name)
    await this.dialog.getByRole('button', { name: 'Add', exact: true }).click()
    return new TeamPage(this.page).shown(name)
  }
}

/** The page of one team. */
export class TeamPage extends PageObject {
  readonly members = this.page.getByRole('table', { name: /^Members of/ })
  readonly roles = this.page.getByRole('table', { name: /^Roles of/ })
  readonly dialog = this.page.getByRole('dialog')
  readonly refusal = this.dialog.getByRole('alert')
  readonly addMembers = this.page.getByRole('button', { name: 'Add members' })

  async shown(name: string): Promise<this> {
    await this.page.getByRole('heading', { name, level: 1 }).waitFor()
    return this
  }

  action(name: 'Rename' | 'Delete'): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true })
  }

  /** Presses a button of the open dialog. */
  async answer(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click()
  }

  async addMember(email: string): Promise<void> {
    await this.addMembers.click()
    await this.dialog.getByRole('searchbox').fill(email)
    await this.dialog.getByRole('checkbox', { name: email }).check()
    await this.answer('Add 1')
  }

  async changeRoles(where: string, roles: Readonly<Record<string, boolean>>): Promise<void> {
    await editRoles(this, where, roles)
  }
}
