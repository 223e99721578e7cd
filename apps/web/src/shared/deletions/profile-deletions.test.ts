import { beforeEach, expect, test } from 'vitest'
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
