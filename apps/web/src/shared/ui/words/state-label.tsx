import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'

export type ProfileState = 'draft' | 'published' | 'invalid'

const looks: Record<ProfileState | 'waiting', { color: 'grey' | 'green' | 'red'; name: string }> = {
  draft: { color: 'grey', name: 'Draft' },
  waiting: { color: 'grey', name: 'Draft waiting' },
  published: { color: 'green', name: 'Published' },
  invalid: { color: 'red', name: 'Invalid' },
}

/** `waiting`: a draft beside the published version. */
export function StateLabel({ state }: { state: ProfileState | 'waiting' }) {
  const { color, name } = looks[state]
  return (
    <Label isCompact color={color} variant={state === 'draft' || state === 'waiting' ? 'outline' : 'filled'}>
      {name}
    </Label>
  )
}
