import { describe, expect, it } from 'vitest'
import { groupPermissions } from './permission-words.ts'

describe('permissions', () => {
  it('stand by what they are about, and in the usual order, what is not known last', () => {
    expect(groupPermissions(['macro.delete', 'macro.fly', 'clusterProfile.get', 'macro.list', 'macro.update'])).toEqual(
      [
        ['clusterProfile', ['clusterProfile.get']],
        ['macro', ['macro.list', 'macro.update', 'macro.delete', 'macro.fly']],
      ],
    )
  })
})
