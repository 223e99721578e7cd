import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { refusal, serve } from '../../testing/server.ts'
import { ANONYMOUS } from '../http/connection.ts'
import { useToasts } from '../ui/messages/toast-store.ts'
import { deleteLater, isDeletedHere } from './profile-deletions.ts'

const web = { uid: 'web', title: 'web 1.2.0', etag: '"1"' }
const edge = { uid: 'edge', title: 'edge 2.0.0', etag: '"1"' }

const shown = () => useToasts.getState().toasts

beforeEach(() => {
  for (const { undo } of shown()) undo?.()
  useToasts.setState({ toasts: [] })
})

afterEach(() => vi.unstubAllGlobals())

test('a profile requested twice is deleted once, so that one Undo restores it', () => {
  deleteLater(ANONYMOUS, [web])
  deleteLater(ANONYMOUS, [web])

  expect(shown().map(({ title }) => title)).toEqual(['web 1.2.0 will be deleted.'])
  shown()[0]?.undo?.()
  expect(isDeletedHere('web')).toBe(false)
})

test('a second request deletes only profiles that are not pending already', () => {
  deleteLater(ANONYMOUS, [web])
  deleteLater(ANONYMOUS, [web, edge])

  expect(shown().map(({ title }) => title)).toEqual(['web 1.2.0 will be deleted.', 'edge 2.0.0 will be deleted.'])
})

test('a profile restored by Undo can be deleted again', () => {
  deleteLater(ANONYMOUS, [web])
  shown()[0]?.undo?.()
  deleteLater(ANONYMOUS, [web])

  expect(shown()).toHaveLength(2)
  expect(isDeletedHere('web')).toBe(true)
})

test('of several that are sent, each is told by what became of it', async () => {
  const failureOf = (uid: string, code: string) => ({ uid, name: uid, errMsg: 'Said by the server.', code })
  const failures = [failureOf('gone-before', 'ResourceNotFound'), failureOf('kept', 'ProfileKept')]
  const answer = { deletedCount: 1, isSucceeded: false, message: '', failures }
  serve({ 'DELETE /v1/clusterprofiles/bulk': () => Response.json(answer) })
  const profiles = ['deleted', 'gone-before', 'kept'].map((uid) => ({ uid, title: `${uid} 1.0.0`, etag: '"1"' }))
  deleteLater(ANONYMOUS, profiles)
  const [waiting] = shown()
  useToasts.setState({ toasts: [] })
  void waiting?.onGone?.()

  await expect
    .poll(() =>
      shown()
        .map(({ title }) => title)
        .toSorted(),
    )
    .toEqual([
      'deleted 1.0.0 was deleted.',
      'gone-before 1.0.0 was gone already.',
      'kept 1.0.0 was not deleted. Said by the server.',
    ])
  expect(profiles.map(({ uid }) => isDeletedHere(uid))).toEqual([true, true, false])
})

test('where nothing could be sent, one message says so of all', async () => {
  serve({ 'DELETE /v1/clusterprofiles/bulk': refusal(403, 'Forbidden') })
  deleteLater(ANONYMOUS, [web, edge])
  void shown()[0]?.onGone?.()

  await expect.poll(() => shown().at(-1)?.title).toBe('web 1.2.0, edge 2.0.0 were not deleted. Said by the server.')
  expect(isDeletedHere('web')).toBe(false)
})
