import type { Page } from '@playwright/test'
import type { Account, account } from '../access.ts'

export interface Screen {
  /** The picture's file name without theme, width and extension. */
  name: string
  /** Who is signed in; absent for the pages before sign-in. */
  account?: (accountOf: typeof account) => Account
  /** Brings the page to where the picture is taken. */
  open: (page: Page) => Promise<void>
}

/** The screens that docs/images shows. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'sign-in',
    open: async (page) => {
      await page.goto('/login')
      await page.getByRole('button').first().waitFor()
    },
  },
]
