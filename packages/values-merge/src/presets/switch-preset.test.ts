import { expect, test } from 'vitest'
import { enabledPresets, withPresetOf } from './enabled-presets.ts'
import { switchPresetOff, switchPresetOn, type Preset } from './switch-preset.ts'

const DEFAULTS = `# spectrocloud.com/enabled-presets: Mode:full
manifests:
  page:
    # Talks to the database.
    apiEnabled: true # said by the pack
    port:   8080
    storage:
      size: 1Gi # of the pack
  other: [1, 2]
`

const preset = (more: Partial<Preset>): Preset => ({ group: 'Mode', name: 'small', remove: [], add: '', ...more })
const small = preset({
  add: 'manifests:\n  page:\n    # Nobody reads this.\n    apiEnabled: false\n    cache:\n      size: 1Mi\n',
})

/** Values that a user changed in other places. */
const mine = DEFAULTS.replace('8080', '9090').replace('[1, 2]', '[1, 2, 3]')

test('switching on changes only the bytes at its places and the comment that names it', () => {
  expect(switchPresetOn({ text: mine, preset: small })).toBe(
    mine
      .replace('Mode:full', 'Mode:small')
      .replace(
        'apiEnabled: true # said by the pack\n',
        'apiEnabled: false # said by the pack\n    cache:\n      size: 1Mi\n',
      ),
  )
})

test('switching off restores the pack’s values at its places, and nothing else', () => {
  const on = switchPresetOn({ text: mine, preset: small }) ?? ''
  expect(switchPresetOff({ text: on, defaults: DEFAULTS, preset: small })).toBe(
    mine.replace('# spectrocloud.com/enabled-presets: Mode:full\n', ''),
  )
})

test('values removed by a preset come back as the pack has them, including comments', () => {
  const without = preset({ remove: ['manifests.page.storage'] })
  const on = switchPresetOn({ text: mine, preset: without }) ?? ''
  expect(on).not.toContain('storage')
  const off = switchPresetOff({ text: on, defaults: DEFAULTS, preset: without })
  expect(off).toContain('    storage:\n      size: 1Gi # of the pack\n')
  expect(off).toContain('port:   9090')
})

test('switching on a preset that is already on changes nothing', () => {
  const on = switchPresetOn({ text: mine, preset: small }) ?? ''
  expect(switchPresetOn({ text: on, preset: small })).toBe(on)
})

test('values that are invalid YAML or have several documents are left alone', () => {
  expect(switchPresetOn({ text: 'a: [', preset: small })).toBeUndefined()
  expect(switchPresetOn({ text: 'a: 1\n---\nb: 2\n', preset: small })).toBeUndefined()
})

test('a value is replaced where the preset sets a map', () => {
  expect(switchPresetOn({ text: 'manifests: none\n', preset: small })).toContain('apiEnabled: false')
})

test('a path into a list is not removed', () => {
  expect(switchPresetOn({ text: mine, preset: preset({ remove: ['manifests.other[0]'] }) })).toBeUndefined()
})

test('a group has one preset, and the others keep their order in the comment', () => {
  const line = (text: string) => text.split('\n')[0]
  const two = withPresetOf('# spectrocloud.com/enabled-presets: A:x, B:y\nv: 1\n', 'A', 'z')
  expect(line(two)).toBe('# spectrocloud.com/enabled-presets: A:z,B:y')
  expect(enabledPresets(two)).toEqual([
    { group: 'A', name: 'z' },
    { group: 'B', name: 'y' },
  ])
  expect(withPresetOf(two, 'A', null)).toBe('# spectrocloud.com/enabled-presets: B:y\nv: 1\n')
  expect(withPresetOf('v: 1\r\n', 'A', 'x')).toBe('# spectrocloud.com/enabled-presets: A:x\r\nv: 1\r\n')
})
