import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { deleteLater } from '../../../shared/deletions/profile-deletions.ts'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useToasts } from '../../../shared/ui/messages/toast-store.ts'
import { draw, project } from '../../../testing/draw.tsx'
import { refusal, serve } from '../../../testing/server.ts'
import { PublishSelected } from './actions/publish-selected.tsx'

const web = { uid: 'p1', name: 'web', title: 'web 1.0.0', others: 0, owner: 'project', etag: '"as listed"' }
const READ = {
  'GET /v1/clusterprofiles/p1': () =>
    Response.json({
      metadata: { lastModifiedTimestamp: '2026-08-01T10:00:00Z' },
      status: { lastModifiedBy: 'Kim Lee' },
    }),
}
const SAYS_WHO = /Kim Lee changed it on .*, after you saw it\./

test('a profile changed since it was listed is not published, and the dialog says by whom', async () => {
  const sent = serve({ ...READ, 'PATCH /v1/clusterprofiles/p1/publish': refusal(412, 'ProfileChanged') })
  const user = draw(<PublishSelected profiles={[web]} leftOut={[]} onClose={() => undefined} />)
  await user.click(screen.getByRole('button', { name: 'Publish 1 profile' }))
  const said = await screen.findByRole('alert')
  expect(within(said).getByText(SAYS_WHO)).toBeTruthy()
  expect(sent[0]?.headers.get('if-match')).toBe('"as listed"')
})

test('a profile changed since it was listed is not deleted', async () => {
  const failures = [{ uid: 'p1', name: '', errMsg: 'Said by the server.', code: 'ProfileChanged' }]
  const answer = { deletedCount: 0, isSucceeded: false, message: '', failures }
  const sent = serve({ ...READ, 'DELETE /v1/clusterprofiles/bulk': () => Response.json(answer) })
  deleteLater(connectionOf(project), [web])
  const [offered] = useToasts.getState().toasts
  void offered?.onGone?.()
  await waitFor(() => expect(useToasts.getState().toasts.at(-1)?.title).toMatch(SAYS_WHO))
  expect(sent[0]?.body).toEqual({ uids: ['p1'], etags: { p1: web.etag } })
})
