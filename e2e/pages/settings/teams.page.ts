import type { Locator, Page } from '@playwright/test'

/** Teams under Tenant Settings. */
export class TeamsPage {
  readonly page: Page
  readonly heading: Locator
  readonly table: Locator
  readonly dialog: Locator
  readonly name: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Teams', level: 1 })
    this.table = page.getByRole('table', { name: 'Teams' })
    this.dialog = page.getByRole('dialog')
    this.name = this.dialog.getByRole('textbox', { name: 'Name' })
  }

  async open(query = ''): Promise<this> {
    await this.page.goto(`/tenant/settings/teams${query}`)
    await this.heading.waitFor()
    return this
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ hasText: name })
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
export class TeamPage {
  readonly page: Page
  readonly members: Locator
  readonly roles: Locator
  readonly dialog: Locator
  readonly refusal: Locator
  readonly addMembers: Locator

  constructor(page: Page) {
    this.page = page
    this.members = page.getByRole('table', { name: /^Members of/ })
    this.roles = page.getByRole('table', { name: /^Roles of/ })
    this.dialog = page.getByRole('dialog')
    this.refusal = this.dialog.getByRole('alert')
    this.addMembers = page.getByRole('button', { name: 'Add members' })
  }

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

  async removeMember(name: string): Promise<void> {
    await this.members.getByRole('button', { name: `Remove ${name} from the team` }).click()
    await this.answer('Remove')
  }

  async changeRoles(where: string, roles: Readonly<Record<string, boolean>>): Promise<void> {
    await this.roles.getByRole('button', { name: `Edit roles in ${where}`, exact: true }).click()
    for (const [name, isHeld] of Object.entries(roles))
      await this.dialog.getByRole('checkbox', { name, exact: true }).setChecked(isHeld)
    await this.answer('Save')
  }
}
