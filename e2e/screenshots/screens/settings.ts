import { RolesPage } from '../../pages/settings/roles.page.ts'
import { TeamsPage } from '../../pages/settings/teams.page.ts'
import { ProjectsPage } from '../../pages/settings/projects.page.ts'
import { ApiKeysPage } from '../../pages/settings/api-keys.page.ts'
import { SingleSignOnPage } from '../../pages/settings/single-sign-on.page.ts'
import { AuditLogPage } from '../../pages/settings/audit-log.page.ts'
import { Frame } from '../../pages/frame/frame.page.ts'
import { MacrosPage } from '../../pages/settings/macros.page.ts'
import { PeoplePage } from '../../pages/settings/people.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { SecretRulesPage } from '../../pages/profiles/secret-rules.page.ts'
import { RegistriesPage } from '../../pages/settings/registries.page.ts'
import { TenantSettingsPage } from '../../pages/settings/tenant-settings.page.ts'
import { openRegistryForm } from '../open-screens.ts'
import { asStageAdmin, type Screen } from './screen.ts'

/** Settings of projects and of the tenant. */
export const SETTINGS: readonly Screen[] = [
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
  {
    name: 'roles',
    account: asStageAdmin,
    open: async (page) => {
      await new RolesPage(page).open()
    },
  },
  {
    name: 'role-form',
    hasBarAtEnd: true,
    account: asStageAdmin,
    open: async (page) => {
      await (await new RolesPage(page).open()).add()
    },
  },
  {
    name: 'teams',
    account: asStageAdmin,
    open: async (page) => {
      await new TeamsPage(page).open()
    },
  },
  {
    name: 'projects',
    account: asStageAdmin,
    open: async (page) => {
      await new ProjectsPage(page).open()
    },
  },
  {
    name: 'api-keys',
    account: asStageAdmin,
    open: async (page) => {
      await new ApiKeysPage(page).open()
    },
  },
  {
    name: 'single-sign-on',
    account: asStageAdmin,
    open: async (page) => {
      await new SingleSignOnPage(page).open()
    },
  },
]
