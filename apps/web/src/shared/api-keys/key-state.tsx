import { Label, type LabelProps } from '@patternfly/react-core/dist/dynamic/components/Label'
import type { KeyState } from './key-query.ts'

const WORDS: Readonly<Record<KeyState, string>> = {
  active: 'Active',
  disabled: 'Disabled',
  expired: 'Expired',
  'owner-disabled': 'Owner disabled',
}
const COLOURS: Readonly<Record<KeyState, NonNullable<LabelProps['color']>>> = {
  active: 'green',
  disabled: 'grey',
  expired: 'orange',
  'owner-disabled': 'grey',
}

export const keyStateWord = (state: KeyState): string => WORDS[state]

/** Whether a key works, and if not, why. */
export const KeyStateLabel = ({ state }: { state: KeyState }) => (
  <Label isCompact color={COLOURS[state]}>
    {WORDS[state]}
  </Label>
)
