import { NewProfilePage } from '../../pages/profiles/new-profile.page.ts'
import { openProfile } from '../open-screens.ts'
import { asStageAdmin, type Screen } from './screen.ts'

/** Creating and changing profiles. */
export const BUILDER: readonly Screen[] = [
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
]
