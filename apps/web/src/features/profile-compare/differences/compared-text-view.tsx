import { YamlDiff } from '../../../shared/ui/yaml/yaml-diff.tsx'
import { YamlView } from '../../../shared/ui/yaml/yaml-view.tsx'
import type { ComparedText } from '../parts/compared-parts.ts'

interface ComparedTextViewProps {
  text: ComparedText
  /** The name of the part that the text belongs to. */
  name: string
  sides: { left: string; right: string }
  isOneColumn: boolean
  isWhole: boolean
}

/** A text that differs; one that exists on one side only is shown alone. */
export function ComparedTextView({ text, name, sides, isOneColumn, isWhole }: ComparedTextViewProps) {
  const title = text.where === 'values' ? `Values of ${name}` : `Manifest ${text.manifest}`
  const { left, right } = text
  if (left === undefined) return <YamlView text={right ?? ''} label={`${title}, only in ${sides.right}`} />
  if (right === undefined) return <YamlView text={left} label={`${title}, only in ${sides.left}`} />
  return (
    <YamlDiff
      before={left}
      after={right}
      beforeLabel={`${title} in ${sides.left}`}
      afterLabel={sides.right}
      maxHeight="70vh"
      isOneColumn={isOneColumn}
      isWhole={isWhole}
    />
  )
}
