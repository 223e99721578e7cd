import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { TablePage } from '../table-page.ts'
import { editRoles } from './edit-roles.ts'

/** People under Tenant Settings. */
export class PeoplePage extends TablePage {
  readonly heading = this.page.getByRole('heading', { name: 'People', level: 1 })
  readonly table = this.page.getByRole('table', { name: 'People' })
  readonly search = this.page.getByRole('searchbox', { name: 'Search by name or e-mail' })
  readonly invite = this.page.getByRole('button', { name: 'Invite' })
  readonly nobody = this.page.getByRole('heading', { name: 'Nobody matches' })

  async open(query = ''): Promise<this> {
    await this.page.goto(`/tenant/settings/people${query}`)
    await this.heading.waitFor()
    return this
  }

  async openInvite(): Promise<InviteDialog> {
    await this.invite.click()
    return new InviteDialog(this.page.getByRole('dialog'))
  }

  /** Opens the first person whose row contains the text. */
  async openPerson(text: string): Promise<PersonPage> {
    await this.row(text).first().getByRole('link').click()
    const person = new PersonPage(this.page)
    await person.roles.waitFor()
    return person
  }
}

export class InviteDialog {
  readonly dialog: Locator
  readonly email: Locator
  readonly firstName: Locator
  readonly submit: Locator
  readonly link: Locator
  readonly copy: Locator
  readonly close: Locator

  constructor(dialog: Locator) {
    this.dialog = dialog
    this.email = dialog.getByRole('textbox', { name: 'E-mail' })
    this.firstName = dialog.getByRole('textbox', { name: 'First name' })
    this.submit = dialog.getByRole('button', { name: 'Invite', exact: true })
    this.link = dialog.getByRole('textbox', { name: 'Link' })
    this.copy = dialog.getByRole('button', { name: /^Cop/ })
    this.close = dialog.getByRole('button', { name: 'I have copied it' })
  }

  role(name: string): Locator {
    return this.dialog.getByRole('checkbox', { name, exact: true })
  }
}

/** The page of one person. */
export class PersonPage extends PageObject {
  readonly roles = this.page.getByRole('table', { name: /^Roles of/ })
  readonly access = this.page.getByRole('table', { name: /may do$/ })
  readonly dialog = this.page.getByRole('dialog')
  readonly refusal = this.dialog.getByRole('alert')
  readonly link = this.dialog.getByRole('textbox', { name: 'Link' })

  async open(uid: string): Promise<this> {
    await this.page.goto(`/tenant/settings/people/${uid}`)
    await this.roles.waitFor()
    return this
  }

  action(name: 'Edit' | 'Make password link' | 'Unlink' | 'Disable' | 'Enable' | 'Delete'): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true })
  }

  /** Presses a button of the open dialog. */
  async answer(name: 'Make link' | 'Unlink' | 'Disable' | 'Delete'): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click()
  }

  async changeRoles(where: string, roles: Readonly<Record<string, boolean>>): Promise<void> {
    await editRoles(this, where, roles)
  }

  accessRow(where: string, what: string): Locator {
    return this.access.getByRole('row').filter({ hasText: where }).filter({ hasText: what })
  }
}
