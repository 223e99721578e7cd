import type { Page } from '@playwright/test'
import { account } from '../access.ts'
import { connect } from '../connect.ts'
import { exportedText } from '../content/demo-files.ts'
import type { ImportWizard } from '../pages/import/import-wizard.page.ts'
import type { PackPage, PackTab } from '../pages/pack.page.ts'
import { PacksPage } from '../pages/packs.page.ts'
import { ComparePage } from '../pages/profiles/compare.page.ts'
import { ProfileList } from '../pages/profiles/profile-list.page.ts'
import type { ProfilePage } from '../pages/profiles/profile.page.ts'
import { RegistriesPage } from '../pages/settings/registries.page.ts'

/** A profile with one of its layers selected. */
export async function openProfile(page: Page, layer: string): Promise<ProfilePage> {
  const list = await new ProfileList(page).open()
  const profile = await list.openProfile('aws-production')
  await profile.layer(layer).click()
  await profile.text(`Values of ${layer}`).waitFor()
  return profile
}

/** Two versions of the demo's profile side by side, at a layer that differs. */
export async function openComparison(page: Page): Promise<ComparePage> {
  const profile = await openProfile(page, 'kubernetes')
  await profile.openTab('Versions')
  await page
    .getByRole('link', { name: / with / })
    .first()
    .click()
  const compare = new ComparePage(page)
  await compare.parts
    .getByRole('link', { name: /^Layer .*changed/ })
    .first()
    .click()
  await compare.secrets.or(page.getByRole('main').getByRole('textbox')).first().waitFor()
  return compare
}

/** The page of a pack at one of its tabs. */
export async function openPack(page: Page, tab: PackTab): Promise<PackPage> {
  const packs = await new PacksPage(page).open()
  const pack = await packs.openPack('Hello Universe')
  await pack.openTab(tab)
  return pack
}

/** The wizard at its first step. */
export async function openWizard(page: Page): Promise<ImportWizard> {
  const list = await new ProfileList(page).open()
  return list.openImport()
}

/** The wizard with a file that has problems to settle. */
export async function openValidate(page: Page): Promise<ImportWizard> {
  const wizard = await openWizard(page)
  const stage = await connect(account('stage', 'tenant-admin'), 'tenant')
  const content = await exportedText(stage, 'aws-production', '1.1.0')
  await wizard.uploadFile.upload({ name: 'aws-production-1.1.0.json', content })
  await wizard.uploadFile.summary.waitFor()
  await wizard.next.click()
  await wizard.validate.verdict.waitFor()
  return wizard
}

/** The wizard with everything settled but the registries of packs. */
export async function openRepositories(page: Page): Promise<ImportWizard> {
  const wizard = await openValidate(page)
  await wizard.validate.takeVersion('csi-aws-ebs', '1.46.0')
  await wizard.validate.createMacro('domain', 'dev.example')
  await wizard.validate.leaveAllEmpty.click()
  await wizard.validate.verdict.filter({ hasText: 'Ready to import' }).waitFor()
  await wizard.next.click()
  await wizard.selectRepositories.table.waitFor()
  return wizard
}

/** A form that reports its problems, with everything expanded. */
export async function openRegistryForm(page: Page): Promise<void> {
  const form = await (await new RegistriesPage(page).open()).openAdd()
  await form.chooseKind('OCI')
  await form.chooseAuthentication('User name and password')
  await form.ownCertificates.check({ force: true })
  await form.skipVerification.check()
  await form.save.click()
}
