import { PacksPage } from '../../pages/packs.page.ts'
import { openPack } from '../open-screens.ts'
import { asStageAdmin, type Screen } from './screen.ts'

/** Packs and their content. */
export const PACKS: readonly Screen[] = [
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
]
