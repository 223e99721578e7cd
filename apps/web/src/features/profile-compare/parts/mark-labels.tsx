import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import type { Mark } from './compared-parts.ts'

const COLOURS = { added: 'green', removed: 'red', moved: 'purple', changed: 'blue' } as const

export function MarkLabels({ marks }: { marks: readonly Mark[] }) {
  return marks.map((mark) => (
    <Label key={mark} isCompact color={COLOURS[mark]}>
      {mark}
    </Label>
  ))
}
