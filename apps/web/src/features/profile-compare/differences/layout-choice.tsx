import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core/dist/dynamic/components/ToggleGroup'

interface LayoutChoiceProps {
  isOneColumn: boolean
  onChoose: (isOneColumn: boolean) => void
}

/** Not shown where there is no room for two columns. */
export function LayoutChoice({ isOneColumn, onChoose }: LayoutChoiceProps) {
  return (
    <ToggleGroup aria-label="Layout" isCompact className="wb-compare-layout">
      <ToggleGroupItem text="Side by side" isSelected={!isOneColumn} onChange={() => onChoose(false)} />
      <ToggleGroupItem text="One column" isSelected={isOneColumn} onChange={() => onChoose(true)} />
    </ToggleGroup>
  )
}
