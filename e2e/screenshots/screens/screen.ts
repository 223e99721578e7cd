import type { Page } from '@playwright/test'
import type { account, Account } from '../../access.ts'

export interface Screen {
  /** The picture's file name without theme, width and extension. */
  name: string
  /** Who is signed in; absent for the pages before sign-in. */
  account?: (accountOf: typeof account) => Account
  /** A bar sticks over the end of the page: what it covers is judged from there. */
  hasBarAtEnd?: true
  /** Brings the page to where the picture is taken. */
  open: (page: Page) => Promise<void>
}

export const asStageAdmin = (accountOf: typeof account) => accountOf('stage', 'tenant-admin')
export const asDevAdmin = (accountOf: typeof account) => accountOf('dev', 'project-admin')
