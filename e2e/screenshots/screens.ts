import type { Page } from '@playwright/test'
import type { account, Account } from '../access.ts'
import { AuditLogPage } from '../pages/audit-log.page.ts'
import { AccountPage } from '../pages/account.page.ts'
import { Frame } from '../pages/frame/frame.page.ts'
import { HomePage } from '../pages/home.page.ts'
import { MacrosPage } from '../pages/macros.page.ts'
import { NewProfilePage } from '../pages/profiles/new-profile.page.ts'
import { PacksPage } from '../pages/packs.page.ts'
import { ProfileList } from '../pages/profiles/profile-list.page.ts'
import { PeoplePage } from '../pages/people.page.ts'
import { PasswordLinkPage } from '../pages/frame/password-link.page.ts'
import { RegistriesPage } from '../pages/registries.page.ts'
import { SecretRulesPage } from '../pages/profiles/secret-rules.page.ts'
import { SetupPage } from '../pages/frame/setup.page.ts'
import { SignInPage } from '../pages/frame/sign-in.page.ts'
import { TenantSettingsPage } from '../pages/tenant-settings.page.ts'
import {
  openComparison,
  openPack,
  openProfile,
  openRegistryForm,
  openRepositories,
  openValidate,
  openWizard,
} from './open-screens.ts'

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

const asStageAdmin = (accountOf: typeof account) => accountOf('stage', 'tenant-admin')
const asDevAdmin = (accountOf: typeof account) => accountOf('dev', 'project-admin')

/** The screens that docs/images shows. */
export const SCREENS: readonly Screen[] = [
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
    name: 'profiles',
    account: asStageAdmin,
    open: async (page) => {
      await new ProfileList(page).open()
    },
  },
  {
    name: 'profiles-no-hit',
    account: asStageAdmin,
    open: async (page) => {
      const list = await new ProfileList(page).open('/tenant/profiles?search=nothing&state=draft')
      await list.noHit.waitFor()
    },
  },
  {
    name: 'profile',
    account: asStageAdmin,
    open: async (page) => {
      await openProfile(page, 'hello-universe')
    },
  },
  {
    name: 'profile-builder',
    hasBarAtEnd: true,
    account: asStageAdmin,
    open: async (page) => {
      const profile = await openProfile(page, 'hello-universe')
      const builder = await profile.openBuilder()
      await builder.append('Values of hello-universe', '\nextra: "********"\n')
      await builder.problems('Values of hello-universe').waitFor()
    },
  },
  {
    name: 'add-layer',
    account: asStageAdmin,
    open: async (page) => {
      const builder = await (await openProfile(page, 'hello-universe')).openBuilder()
      const panel = await builder.openAddLayer()
      await panel.choose('NGINX Ingress')
      await page.getByRole('article').waitFor()
    },
  },
  {
    name: 'add-profile',
    account: asStageAdmin,
    open: async (page) => {
      await new NewProfilePage(page).open('/tenant')
    },
  },
  {
    name: 'add-profile-layers',
    account: asStageAdmin,
    open: async (page) => {
      const start = await new NewProfilePage(page).open('/tenant')
      await start.fill({ name: 'edge-stores', type: 'Full', cloud: 'AWS' })
      await start.continue()
    },
  },
  {
    name: 'builder-variables',
    account: asStageAdmin,
    open: async (page) => {
      const builder = await (await openProfile(page, 'hello-universe')).openBuilder()
      const variables = await builder.openVariables()
      await variables.addVariable({ name: 'nodes', format: 'number', default: '2' })
      await variables.defaultOf('nodes').fill('two')
      await page.getByRole('list', { name: 'Problems of nodes' }).waitFor()
    },
  },
  {
    name: 'builder-variable',
    account: asStageAdmin,
    open: async (page) => {
      const builder = await (await openProfile(page, 'hello-universe')).openBuilder()
      const variables = await builder.openVariables()
      await variables.openDetails('helloReplicas')
      await variables.tryValue.fill('many')
    },
  },
  {
    name: 'pack-updates',
    account: asStageAdmin,
    open: async (page) => {
      await new ProfileList(page).open('/tenant/profiles?state=updates&search=vsphere-core')
      await page.getByRole('link', { name: /updates for vsphere-core$/ }).click()
      await page.getByRole('textbox', { name: /^New values of / }).waitFor()
    },
  },
  {
    name: 'profile-variables',
    account: asStageAdmin,
    open: async (page) => {
      const profile = await openProfile(page, 'kubernetes')
      await profile.openTab('Variables')
      await page.getByRole('table', { name: 'Variables' }).waitFor()
    },
  },
  {
    name: 'profile-versions',
    account: asStageAdmin,
    open: async (page) => {
      const profile = await openProfile(page, 'kubernetes')
      await profile.openTab('Versions')
      await page.getByRole('table', { name: /^Versions of/ }).waitFor()
    },
  },
  {
    name: 'terraform',
    account: asStageAdmin,
    open: async (page) => {
      const profile = await openProfile(page, 'hello-universe')
      const dialog = await profile.openAction('Export as Terraform')
      await dialog.getByRole('textbox').waitFor()
    },
  },
  {
    name: 'compare',
    account: asStageAdmin,
    open: async (page) => {
      await openComparison(page)
    },
  },
  {
    name: 'compare-choose',
    account: asStageAdmin,
    open: async (page) => {
      const compare = await openComparison(page)
      await compare.side('Right').click()
      await compare.dialog.getByRole('list', { name: 'Profiles' }).waitFor()
    },
  },
  {
    name: 'profile-imports',
    account: asStageAdmin,
    open: async (page) => {
      const profile = await openProfile(page, 'kubernetes')
      await profile.openTab('Imports')
      await page.getByRole('article').first().waitFor()
    },
  },
  {
    name: 'export',
    account: asStageAdmin,
    open: async (page) => {
      const profile = await openProfile(page, 'hello-universe')
      const dialog = await profile.openExport()
      await dialog.showInFile('manifests.hello-universe.dbPassword')
      await dialog.file.waitFor()
    },
  },
  {
    name: 'packs',
    account: asStageAdmin,
    open: async (page) => {
      await new PacksPage(page).open()
    },
  },
  {
    name: 'packs-no-hit',
    account: asStageAdmin,
    open: async (page) => {
      const packs = await new PacksPage(page).open('/tenant/packs?search=nothing&layer=cni')
      await packs.noHit.waitFor()
    },
  },
  {
    name: 'pack',
    account: asStageAdmin,
    open: async (page) => {
      const pack = await openPack(page, 'README')
      await pack.readme.waitFor()
    },
  },
  {
    name: 'pack-values',
    account: asStageAdmin,
    open: async (page) => {
      const pack = await openPack(page, 'Values')
      await pack.text(/^Values of/).waitFor()
    },
  },
  {
    name: 'pack-presets',
    account: asStageAdmin,
    open: async (page) => {
      const pack = await openPack(page, 'Presets')
      await pack
        .text(/^What .* adds/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'pack-constraints',
    account: asStageAdmin,
    open: async (page) => {
      await openPack(page, 'Constraints')
      await page.getByRole('table', { name: 'Rules for values' }).waitFor()
    },
  },
  {
    name: 'pack-used-by',
    account: asStageAdmin,
    open: async (page) => {
      await openPack(page, 'Used by')
      await page.getByRole('table', { name: /^Profiles that use/ }).waitFor()
    },
  },
  {
    name: 'import-start',
    account: asDevAdmin,
    open: async (page) => {
      const wizard = await openWizard(page)
      await wizard.uploadFile.choose.waitFor()
    },
  },
  {
    name: 'import-upload-file',
    account: asDevAdmin,
    open: async (page) => {
      const wizard = await openWizard(page)
      const content = '{\n  "metadata": {"name": "edge-base"},\n  "spec": {"version": "1.2.0",}\n}\n'
      await wizard.uploadFile.upload({ name: 'edge-base.json', content })
      await wizard.uploadFile.editor.waitFor()
    },
  },
  {
    name: 'import-validate',
    account: asDevAdmin,
    open: async (page) => {
      await openValidate(page)
    },
  },
  {
    name: 'import-select-repositories',
    account: asDevAdmin,
    open: async (page) => {
      await openRepositories(page)
    },
  },
  {
    name: 'import-confirm',
    account: asDevAdmin,
    open: async (page) => {
      const wizard = await openRepositories(page)
      await wizard.next.click()
      await wizard.confirm.publish.waitFor()
    },
  },
  {
    name: 'macros',
    account: asStageAdmin,
    open: async (page) => {
      const list = await new ProfileList(page).open()
      const frame = new Frame(list.page)
      await frame.chooseScope('Default')
      await page.waitForURL(/\/projects\//)
      const macros = new MacrosPage(page)
      await macros.open(new URL(page.url()).pathname.replace(/\/profiles.*$/, ''))
      await macros.table.waitFor()
    },
  },
  {
    name: 'registries',
    account: asStageAdmin,
    open: async (page) => {
      const registries = await new RegistriesPage(page).open()
      await registries.table.waitFor()
    },
  },
  { name: 'registry-form', account: asStageAdmin, open: openRegistryForm },
  {
    name: 'home',
    account: asStageAdmin,
    open: async (page) => {
      await new HomePage(page).open('/tenant')
    },
  },
  {
    name: 'audit-log',
    account: asStageAdmin,
    open: async (page) => {
      const log = await new AuditLogPage(page).open('/tenant')
      await log
        .event(/^Signed in as/)
        .first()
        .click()
    },
  },
  {
    name: 'people',
    account: asStageAdmin,
    open: async (page) => {
      await new PeoplePage(page).open()
    },
  },
  {
    name: 'person',
    account: asStageAdmin,
    open: async (page) => {
      await (await new PeoplePage(page).open()).openPerson('project-admin')
    },
  },
  {
    name: 'secret-rules',
    account: asStageAdmin,
    open: async (page) => {
      await new SecretRulesPage(page).open()
    },
  },
  {
    name: 'tenant-settings',
    account: asStageAdmin,
    open: async (page) => {
      await new TenantSettingsPage(page).open()
    },
  },
]
