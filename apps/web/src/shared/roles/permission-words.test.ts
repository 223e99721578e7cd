import { describe, expect, it } from 'vitest'
import { groupPermissions } from './permission-words.ts'

describe('permissions', () => {
  it('are grouped by kind in their usual order, unknown ones last', () => {
    expect(groupPermissions(['macro.delete', 'macro.fly', 'clusterProfile.get', 'macro.list', 'macro.update'])).toEqual(
      [
        ['clusterProfile', ['clusterProfile.get']],
        ['macro', ['macro.list', 'macro.update', 'macro.delete', 'macro.fly']],
      ],
    )
  })
})
