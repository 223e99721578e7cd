import { screen, within } from '@testing-library/react'
import type { PackUpdatePreviewBody } from '@waybill/api-contract'
import { mergeValues } from '@waybill/values-merge'
import { beforeEach, expect, test, vi } from 'vitest'
import { profileBody } from '../../testing/bodies.ts'
import { drawRoutes, project } from '../../testing/draw.tsx'
import { refusal, serve } from '../../testing/server.ts'
import { ScopeProvider } from '../../shared/session/scope-context.ts'
import type { PackUpdatesData } from './pack-updates-data.ts'
import { PackUpdatesPage } from './pack-updates-page.tsx'
import { useLoaderData } from 'react-router'

const profile = profileBody()

// jsdom has no workers, so schema problems are not checked here.
beforeEach(() => {
  vi.stubGlobal(
    'Worker',
    class {
      postMessage = () => undefined
      terminate = () => undefined
      addEventListener = () => undefined
    },
  )
})

/** `mine` is the layer's value of `image`; the new version changes `image` and `port`. */
function mergeOf(mine: string, etag: string): PackUpdatePreviewBody {
  const input = { base: 'image: old\nport: 0\n', mine: `image: ${mine}\nport: 1\n`, theirs: 'image: new\nport: 2\n' }
  const { text, conflicts, taken, gone, leftOut } = mergeValues(input)
  const [from, to] = ['1.0.0', '2.0.0'].map((version) => ({ packUid: version, version }))
  if (!from || !to) throw new Error('There are two versions')
  return { etag, from, to, schema: '', readme: '', input, text, conflicts, taken, gone, leftOut, problems: [] }
}

const version = { packUid: 'v2', version: '2.0.0', isNewer: true, isCompatible: true }
const dataOf = (merge: PackUpdatePreviewBody): PackUpdatesData => ({
  profile,
  layers: [
    { packName: 'relay', packUid: 'v1', version: '1.0.0', versions: [version], merge },
    { packName: 'proxy', packUid: 'v1', version: '1.0.0', versions: [version], merge: null },
  ],
})

function Page() {
  return (
    <ScopeProvider value={{ ...project, permissions: new Set(['clusterProfile.update']) }}>
      <main>
        <PackUpdatesPage {...useLoaderData<PackUpdatesData>()} />
      </main>
    </ScopeProvider>
  )
}

/** Opens a page whose reloads return these in turn. */
async function open(...reads: PackUpdatePreviewBody[]) {
  const left = [...reads]
  const loader = () => dataOf((left.length > 1 ? left.shift() : left[0]) as PackUpdatePreviewBody)
  const user = drawRoutes([{ path: '/', loader, Component: Page, HydrateFallback: () => null }])
  await screen.findByRole('region', { name: 'Update of relay' })
  const choose = (place: string, choice: string) =>
    user.click(within(screen.getByRole('group', { name: `Choice for ${place}` })).getByRole('button', { name: choice }))
  return { user, choose }
}

const pressed = (place: string, choice: string) =>
  within(screen.getByRole('group', { name: `Choice for ${place}` }))
    .getByRole('button', { name: choice })
    .getAttribute('aria-pressed')

test('decisions survive a save by somebody else, except those that it changed', async () => {
  const { user, choose } = await open(mergeOf('mine', 'e1'), mergeOf('theirs', 'e2'))
  const sent = serve({ 'PATCH /v1/clusterprofiles/p1/packRefs': refusal(412, 'ProfileChanged') })
  await choose('image', 'Keep mine')
  await choose('port', 'Keep mine')
  await user.click(screen.getByRole('button', { name: 'Apply to the layer' }))
  expect(await screen.findByText(/Kim saved this profile/)).toBeTruthy()
  expect(screen.getByText(/have changed: image\./)).toBeTruthy()
  expect([pressed('image', 'Keep mine'), pressed('port', 'Keep mine')]).toEqual(['false', 'true'])
  expect(sent).toHaveLength(1)
})

test('a text that is not YAML is reported beside it and in the list', async () => {
  const { user, choose } = await open(mergeOf('mine', 'e1'))
  await choose('port', 'Keep mine')
  await choose('image', 'Edit')
  const field = screen.getByRole('textbox', { name: 'Your text for image' })
  await user.clear(field)
  await user.type(field, '[[')
  expect(await screen.findByText('With this, the values are not valid YAML.')).toBeTruthy()
  expect(screen.getByRole('navigation', { name: 'Layers to update' }).textContent).toContain('not valid YAML')
  expect(screen.getByRole('status').textContent).not.toContain('nothing left to decide')
})
