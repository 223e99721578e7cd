import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { refusal, serve } from '../../testing/server.ts'
import { deleteLater } from '../deletions/profile-deletions.ts'
import { ANONYMOUS } from '../http/connection.ts'
import { useToasts } from '../ui/messages/toast-store.ts'
import { signOut } from './sign-out.ts'

const SIGNED_OUT = { 'DELETE /v1/console/session': () => new Response(null, { status: 204 }) }
const titles = () => useToasts.getState().toasts.map(({ title }) => title)
const assign = vi.fn<(path: string) => void>()

beforeEach(() => {
  useToasts.setState({ toasts: [] })
  assign.mockClear()
  vi.stubGlobal('window', { location: { assign } })
})

afterEach(() => vi.unstubAllGlobals())

test('a deletion that waits is carried out before the session ends', async () => {
  const answer = { deletedCount: 1, isSucceeded: true, message: '', failures: [] }
  const sent = serve({ ...SIGNED_OUT, 'DELETE /v1/clusterprofiles/bulk': () => Response.json(answer) })
  deleteLater(ANONYMOUS, [{ uid: 'web', title: 'web 1.2.0', etag: '"1"' }])
  await signOut()

  expect(sent.map(({ path }) => path)).toEqual(['/v1/clusterprofiles/bulk', '/v1/console/session'])
  expect(titles()).toEqual(['web 1.2.0 was deleted.'])
  expect(assign).toHaveBeenCalledWith('/login')
})

test('if it is refused, the session continues, so that the reason can be read', async () => {
  const sent = serve({ ...SIGNED_OUT, 'DELETE /v1/clusterprofiles/bulk': refusal(403, 'Forbidden') })
  deleteLater(ANONYMOUS, [{ uid: 'edge', title: 'edge 2.0.0', etag: '"1"' }])
  await signOut()

  expect(sent.map(({ path }) => path)).toEqual(['/v1/clusterprofiles/bulk'])
  expect(titles()).toEqual([
    'edge 2.0.0 was not deleted. Said by the server.',
    'You are still signed in, because not everything was deleted.',
  ])
  expect(assign).not.toHaveBeenCalled()
})
