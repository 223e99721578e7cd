import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { SignInPage } from './sign-in.page.ts'

export type Theme = 'Same as system' | 'Light' | 'Dark'

/** The frame around every page: scope switcher, menus, theme, user. */
export class Frame extends PageObject {
  readonly mainMenuToggle = this.page.getByRole('button', { name: 'Main menu' })
  readonly scope = this.page.getByRole('button', { name: /^Scope: / })
  readonly theme = this.page.getByRole('button', { name: /^Theme: / })
  readonly user = this.page.getByRole('button', { name: /^User: / })
  readonly menu = this.page.getByRole('navigation', { name: 'Main' })
  readonly topMenu = this.page.getByRole('navigation', { name: 'Profiles', exact: true })

  /** Opens the tenant (`Tenant`) or one of its projects. */
  async chooseScope(name: string): Promise<void> {
    await this.scope.click()
    await this.page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
  }

  async chooseTheme(theme: Theme): Promise<void> {
    await this.theme.click()
    await this.page.getByRole('menuitem', { name: theme }).click()
  }

  async openFromMenu(
    entry:
      | 'Home'
      | 'Audit log'
      | 'Profiles'
      | 'Packs'
      | 'Macros'
      | 'General'
      | 'Secrets'
      | 'Registries'
      | 'Projects'
      | 'People'
      | 'Teams'
      | 'Roles'
      | 'API keys'
      | 'Single sign-on',
  ): Promise<void> {
    await this.menu.getByRole('link', { name: entry }).click()
  }

  /** Opens in a new tab. */
  async openApiDocs(): Promise<void> {
    await this.user.click()
    await this.page.getByRole('menuitem', { name: 'API documentation' }).click()
  }

  async signOut(): Promise<SignInPage> {
    await this.user.click()
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click()
    return new SignInPage(this.page)
  }

  /** A message that appears over the page. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('listitem').filter({ hasText: text })
  }

  /** Closes a message; a pending action is then carried out at once. */
  async closeNotice(text: string | RegExp): Promise<void> {
    await this.notice(text)
      .getByRole('button', { name: /^Close/ })
      .click()
  }
}
