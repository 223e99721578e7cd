import type { Page } from '@playwright/test'
import type { account, Account } from '../../access.ts'

export interface Screen {
  /** The picture's file name without theme, width and extension. */
  name: string
  /** The account that is signed in; absent for pages before sign-in. */
  account?: (accountOf: typeof account) => Account
  /** A bar sticks to the end of the page; checks for covered elements run from there. */
  hasBarAtEnd?: true
  /** Opens the page in the state of the picture. */
  open: (page: Page) => Promise<void>
}

export const asStageAdmin = (accountOf: typeof account) => accountOf('stage', 'tenant-admin')
export const asDevAdmin = (accountOf: typeof account) => accountOf('dev', 'project-admin')
