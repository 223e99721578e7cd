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

test('a profile that is asked for twice is deleted once, so that one Undo takes it back', () => {
  deleteLater(ANONYMOUS, [web])
  deleteLater(ANONYMOUS, [web])

  expect(shown().map(({ title }) => title)).toEqual(['web 1.2.0 will be deleted.'])
  shown()[0]?.undo?.()
  expect(isDeletedHere('web')).toBe(false)
})

test('what is asked for beside a profile that will be deleted already is deleted by itself', () => {
  deleteLater(ANONYMOUS, [web])
  deleteLater(ANONYMOUS, [web, edge])

  expect(shown().map(({ title }) => title)).toEqual(['web 1.2.0 will be deleted.', 'edge 2.0.0 will be deleted.'])
})

test('a profile that was taken back can be deleted again', () => {
  deleteLater(ANONYMOUS, [web])
  shown()[0]?.undo?.()
  deleteLater(ANONYMOUS, [web])

  expect(shown()).toHaveLength(2)
  expect(isDeletedHere('web')).toBe(true)
})
