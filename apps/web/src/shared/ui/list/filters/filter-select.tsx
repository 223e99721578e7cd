import { Badge } from '@patternfly/react-core/dist/dynamic/components/Badge'
import { MenuToggle } from '@patternfly/react-core/dist/dynamic/components/MenuToggle'
import { Select, SelectList, SelectOption } from '@patternfly/react-core/dist/dynamic/components/Select'
import { ToolbarFilter } from '@patternfly/react-core/dist/dynamic/components/Toolbar'
import { type KeyboardEvent, useRef } from 'react'
import { useOpening } from '../../buttons/use-opening.ts'
import './filter-select.css'

interface FilterSelectProps {
  label: string
  choices: readonly string[]
  /** A choice as displayed. */
  nameOf: (choice: string) => string
  chosen: readonly string[]
  /** Whether a new choice replaces the previous one. */
  isSingle?: boolean
  onChoose: (chosen: readonly string[]) => void
}

/** Enter selects in every menu, but browsers tick a checkbox only with the space bar. */
function tickWithEnter({ key, target }: KeyboardEvent): void {
  if (key === 'Enter' && target instanceof HTMLInputElement) target.click()
}

/** One filter of the toolbar, with its chips. */
export function FilterSelect({ label, choices, nameOf, chosen, isSingle = false, onChoose }: FilterSelectProps) {
  const { isThere, isOpen, change, onMount, watch } = useOpening()
  const button = useRef<HTMLButtonElement>(null)
  const without = (value: unknown) => chosen.filter((each) => each !== value)
  const choose = (value: unknown) => {
    if (typeof value !== 'string') return
    if (isSingle) change(false)
    onChoose(isSingle ? [value] : chosen.includes(value) ? without(value) : [...chosen, value])
  }
  return (
    <ToolbarFilter
      categoryName={label}
      labels={chosen.map((value) => ({ key: value, node: nameOf(value) }))}
      deleteLabel={(_category, deleted) => onChoose(without(typeof deleted === 'string' ? deleted : deleted.key))}
      deleteLabelGroup={() => onChoose([])}
    >
      <MenuToggle
        {...watch}
        ref={button}
        isExpanded={isOpen}
        isDisabled={choices.length === 0}
        onClick={() => change(!isOpen)}
        {...(chosen.length === 0 ? {} : { badge: <Badge isRead>{chosen.length}</Badge> })}
      >
        {label}
      </MenuToggle>
      {isThere ? (
        <Select
          role={isSingle ? 'listbox' : 'menu'}
          shouldFocusToggleOnSelect={isSingle}
          isScrollable
          isOpen={isOpen}
          onOpenChange={change}
          onSelect={(_event, value) => choose(value)}
          onKeyDown={tickWithEnter}
          popperProps={{ onMount }}
          toggle={{ toggleNode: null, toggleRef: button }}
        >
          <SelectList>
            {choices.map((value) => (
              <SelectOption key={value} hasCheckbox={!isSingle} value={value} isSelected={chosen.includes(value)}>
                {nameOf(value)}
              </SelectOption>
            ))}
          </SelectList>
        </Select>
      ) : null}
    </ToolbarFilter>
  )
}
