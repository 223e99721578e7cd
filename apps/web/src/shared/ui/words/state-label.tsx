import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'

export type ProfileState = 'draft' | 'published' | 'invalid'

const looks: Record<ProfileState, { color: 'grey' | 'green' | 'red'; name: string }> = {
  draft: { color: 'grey', name: 'Draft' },
  published: { color: 'green', name: 'Published' },
  invalid: { color: 'red', name: 'Invalid' },
}

export function StateLabel({ state }: { state: ProfileState }) {
  const { color, name } = looks[state]
  return (
    <Label isCompact color={color} variant={state === 'draft' ? 'outline' : 'filled'}>
      {name}
    </Label>
  )
}
