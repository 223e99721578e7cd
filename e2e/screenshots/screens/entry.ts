import { Search } from '../../pages/frame/search.page.ts'
import { AccountPage } from '../../pages/account.page.ts'
import { PasswordLinkPage } from '../../pages/frame/password-link.page.ts'
import { SetupPage } from '../../pages/frame/setup.page.ts'
import { SignInPage } from '../../pages/frame/sign-in.page.ts'
import { HomePage } from '../../pages/home.page.ts'
import { asStageAdmin, type Screen } from './screen.ts'

/** Signing in, and the first page. */
export const ENTRY: readonly Screen[] = [
  {
    name: 'sign-in',
    open: async (page) => {
      const signIn = await new SignInPage(page).open()
      await signIn.submit.waitFor()
    },
  },
  {
    name: 'setup',
    open: async (page) => {
      const setup = await new SetupPage(page).open()
      await setup.submit.click()
      await page.getByText('Give the tenant a name.').waitFor()
    },
  },
  {
    name: 'password-link',
    open: async (page) => {
      await new PasswordLinkPage(page).open('/login#password=unknown')
    },
  },
  {
    name: 'account',
    account: asStageAdmin,
    open: async (page) => {
      await new AccountPage(page).open('/tenant')
    },
  },
  {
    name: 'home',
    account: asStageAdmin,
    open: async (page) => {
      await new HomePage(page).open('/tenant')
    },
  },
  {
    name: 'search',
    account: asStageAdmin,
    open: async (page) => {
      await new HomePage(page).open('/tenant')
      const search = await new Search(page).open()
      await search.field.fill('edge')
      await search
        .option('Profiles', /edge-base/)
        .first()
        .waitFor()
    },
  },
]
