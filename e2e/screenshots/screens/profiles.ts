import { ChosenProfiles } from '../../pages/profiles/chosen-profiles.page.ts'
import { ProfileList } from '../../pages/profiles/profile-list.page.ts'
import { openComparison, openProfile } from '../open-screens.ts'
import { asStageAdmin, type Screen } from './screen.ts'

/** Reading, comparing, exporting and updating profiles. */
export const PROFILES: readonly Screen[] = [
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
    name: 'profile-imports',
    account: asStageAdmin,
    open: async (page) => {
      const profile = await openProfile(page, 'kubernetes')
      await profile.openTab('Imports')
      await page.getByRole('article').first().waitFor()
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
      await compare.change('Right').click()
      await compare.dialog.getByRole('list', { name: 'Profiles' }).waitFor()
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
    name: 'pack-updates',
    account: asStageAdmin,
    open: async (page) => {
      await new ProfileList(page).open('/tenant/profiles?state=updates&search=vsphere-core')
      await page.getByRole('link', { name: /updates for vsphere-core$/ }).click()
      await page.getByRole('textbox', { name: /^New values of / }).waitFor()
    },
  },
  {
    name: 'profiles-chosen',
    account: asStageAdmin,
    open: async (page) => {
      await new ProfileList(page).open('/tenant/profiles')
      const chosen = new ChosenProfiles(page)
      await chosen.box('edge-base').check()
      await chosen.box('vsphere-core').check()
      await chosen.open('Delete')
    },
  },
]
