import { PageObject } from '../page-object.ts'

/** Over a page whose session has ended, or now belongs to somebody else. */
export class SessionDialog extends PageObject {
  readonly ended = this.page.getByRole('dialog', { name: 'Sign in again to go on' })
  readonly password = this.ended.getByLabel('Password')
  readonly submit = this.ended.getByRole('button', { name: 'Sign in' })
  readonly again = this.page.getByRole('button', { name: 'Sign in again' })
  readonly other = this.page.getByRole('dialog', { name: 'Somebody else is signed in now' })

  async signInAgain(password: string): Promise<void> {
    await this.password.fill(password)
    await this.submit.click()
  }

  async loadAnew(): Promise<void> {
    await this.other.getByRole('link', { name: 'Reload the page' }).click()
  }
}
