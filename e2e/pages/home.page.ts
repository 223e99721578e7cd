import { PageObject } from './page-object.ts'

/** Home, where a day starts. */
export class HomePage extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Home', level: 1 })
  readonly attention = this.page.getByRole('region', { name: 'Needs attention' })
  readonly updates = this.page.getByRole('region', { name: 'Updates available' })
  readonly recent = this.page.getByRole('region', { name: 'Recently' })
  readonly profiles = this.page.getByRole('region', { name: 'Profiles' })

  async open(scope: string): Promise<this> {
    await this.page.goto(`${scope}/home`)
    await this.heading.waitFor()
    return this
  }
}
