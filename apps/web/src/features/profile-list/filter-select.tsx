import { Badge } from '@patternfly/react-core/dist/dynamic/components/Badge'
import { MenuToggle } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { Select, SelectList, SelectOption } from '@patternfly/react-core/dist/dynamic/components/Select'
import { ToolbarFilter } from '@patternfly/react-core/dist/dynamic/components/Toolbar'
import { useState } from 'react'
import { choiceName } from './active-filters.ts'
import { FILTERS, type FilterName } from './list-query.ts'

interface FilterSelectProps {
  name: FilterName
  choices: readonly string[]
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
}

/** One filter of the toolbar with its chips. */
export function FilterSelect({ name, choices, chosen, onChoose }: FilterSelectProps) {
  const [isOpen, setIsOpen] = useState(false)
  const { label } = FILTERS[name]
  const without = (value: unknown) => chosen.filter((each) => each !== value)
  const toggle = (value: unknown) => {
    if (typeof value === 'string') onChoose(chosen.includes(value) ? without(value) : [...chosen, value])
  }
  return (
    <ToolbarFilter
      categoryName={label}
      labels={chosen.map((value) => ({ key: value, node: choiceName(name, value) }))}
      deleteLabel={(_category, deleted) => onChoose(without(typeof deleted === 'string' ? deleted : deleted.key))}
      deleteLabelGroup={() => onChoose([])}
    >
      <Select
        role="menu"
        isScrollable
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        onSelect={(_event, value) => toggle(value)}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            isExpanded={isOpen}
            isDisabled={choices.length === 0}
            onClick={() => setIsOpen(!isOpen)}
            {...(chosen.length === 0 ? {} : { badge: <Badge isRead>{chosen.length}</Badge> })}
          >
            {label}
          </MenuToggle>
        )}
      >
        <SelectList>
          {choices.map((value) => (
            <SelectOption key={value} hasCheckbox value={value} isSelected={chosen.includes(value)}>
              {choiceName(name, value)}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
    </ToolbarFilter>
  )
}
