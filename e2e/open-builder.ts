import type { Page } from '@playwright/test'
import type { Account } from './access.ts'
import { projectPath } from './connect.ts'
import { profileText } from './content/documents.ts'
import type { BuilderPage } from './pages/profiles/builder.page.ts'
import { ProfileList } from './pages/profiles/profile-list.page.ts'
import { prepareProfile } from './content/prepare-profile.ts'
import { signIn } from './sign-in.ts'

interface Opening {
  page: Page
  account: Account
  name: string
  packs: readonly object[]
}

/** Opens a published profile of the account's project in the builder. */
export async function openBuilder({ page, account, name, packs }: Opening): Promise<BuilderPage> {
  await prepareProfile(account, profileText({ name, packs }))
  await signIn(page, account)
  const list = await new ProfileList(page).open(`${await projectPath(account)}/profiles`)
  return (await list.openProfile(name)).openBuilder()
}
