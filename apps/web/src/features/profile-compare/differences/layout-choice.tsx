import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core/dist/dynamic/components/ToggleGroup'
import { useState } from 'react'

interface LayoutChoiceProps {
  isOneColumn: boolean
  onChoose: (isOneColumn: boolean) => void
}

/** Hidden if there is no room for two columns. */
export function LayoutChoice({ isOneColumn, onChoose }: LayoutChoiceProps) {
  return (
    <ToggleGroup aria-label="Layout" isCompact className="wb-compare-layout">
      <ToggleGroupItem text="Side by side" isSelected={!isOneColumn} onChange={() => onChoose(false)} />
      <ToggleGroupItem text="One column" isSelected={isOneColumn} onChange={() => onChoose(true)} />
    </ToggleGroup>
  )
}

const KEY = 'waybill.compare-layout'

/** Whether texts are shown in one column; remembered by the browser. */
export function useLayout(): { isOneColumn: boolean; choose: (isOneColumn: boolean) => void } {
  const [isOneColumn, setIsOneColumn] = useState(() => localStorage.getItem(KEY) === 'one-column')
  const choose = (chosen: boolean) => {
    localStorage.setItem(KEY, chosen ? 'one-column' : 'side-by-side')
    setIsOneColumn(chosen)
  }
  return { isOneColumn, choose }
}
