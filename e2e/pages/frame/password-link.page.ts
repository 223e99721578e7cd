import { PageObject } from '../page-object.ts'

/** The page of a one-time link. */
export class PasswordLinkPage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Set your password' })
  readonly next = this.page.getByLabel(/^New password(?! again)/)
  readonly repeated = this.page.getByLabel('New password again')
  readonly submit = this.page.getByRole('button', { name: 'Set password' })
  readonly done = this.page.getByText('Your password is set.')
  readonly refusal = this.page.getByRole('alert')

  async open(link: string): Promise<this> {
    await this.page.goto(link)
    await this.heading.waitFor()
    return this
  }

  async set(password: string): Promise<void> {
    await this.next.fill(password)
    await this.repeated.fill(password)
    await this.submit.click()
  }
}
