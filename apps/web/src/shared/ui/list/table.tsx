// Before PatternFly's styles, whose rules for the first and last column must win.
import './table.css'
import '@patternfly/patternfly/components/Table/table.css'
import '@patternfly/patternfly/components/Table/table-grid.css'
import { ArrowsAltVIcon } from '@patternfly/react-icons/dist/esm/icons/arrows-alt-v-icon'
import { LongArrowAltDownIcon } from '@patternfly/react-icons/dist/esm/icons/long-arrow-alt-down-icon'
import { LongArrowAltUpIcon } from '@patternfly/react-icons/dist/esm/icons/long-arrow-alt-up-icon'
import type { ReactNode } from 'react'

// PatternFly's table built from its classes: its components add popovers, selects and a deep merge (18 kB gzip) for
// features that no table here has. Below the breakpoint each row becomes a card whose cells show their labels.

interface TableProps {
  label: string
  /** The cells of the head, or their titles. */
  head: ReactNode | readonly string[]
  /** Whether the last column holds buttons. */
  hasActions?: boolean
  children: ReactNode
  className?: string
  /** Whether rows have reduced spacing. */
  isCompact?: boolean
}

export function Table({ label, head, hasActions = false, children, className = '', isCompact = true }: TableProps) {
  return (
    <table
      className={`pf-v6-c-table pf-m-grid-lg${isCompact ? ' pf-m-compact' : ''} wb-table ${className}`}
      aria-label={label}
    >
      <thead className="pf-v6-c-table__thead">
        <tr className="pf-v6-c-table__tr">
          {isTitles(head) ? head.map((title) => <HeadCell key={title}>{title}</HeadCell>) : head}
          {hasActions ? <ActionsHeadCell /> : null}
        </tr>
      </thead>
      <tbody className="pf-v6-c-table__tbody">{children}</tbody>
    </table>
  )
}

const isTitles = (head: TableProps['head']): head is readonly string[] =>
  Array.isArray(head) && head.every((cell) => typeof cell === 'string')

export function Row({ isSelected = false, children }: { isSelected?: boolean; children: ReactNode }) {
  return <tr className={`pf-v6-c-table__tr${isSelected ? ' pf-m-selected' : ''}`}>{children}</tr>
}

export function HeadCell({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="pf-v6-c-table__th">
      {children}
    </th>
  )
}

interface CheckProps {
  label: string
  isChecked: boolean
  /** Whether only some of the rows are selected. */
  isSome?: boolean
  isDisabled?: boolean
  /** `isRange` says that Shift was held. */
  onChange: (isChecked: boolean, isRange: boolean) => void
}

/** Selects all rows. */
export function CheckHeadCell(props: CheckProps) {
  return (
    <th scope="col" className="pf-v6-c-table__th pf-v6-c-table__check">
      <Check {...props} />
    </th>
  )
}

/** Selects its row. */
export function CheckCell(props: CheckProps) {
  return (
    <td className="pf-v6-c-table__td pf-v6-c-table__check">
      <Check {...props} />
    </td>
  )
}

function Check({ label, isChecked, isSome = false, isDisabled = false, onChange }: CheckProps) {
  return (
    <label className="wb-check">
      <input
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        disabled={isDisabled}
        ref={(box) => {
          if (box) box.indeterminate = isSome && !isChecked
        }}
        onChange={({ target, nativeEvent }) =>
          onChange(target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </label>
  )
}

/** The head of a column of buttons: read by screen readers, but not shown. */
function ActionsHeadCell() {
  return (
    <th scope="col" className="pf-v6-c-table__th">
      <span className="pf-v6-screen-reader">Actions</span>
    </th>
  )
}

type SortOrder = 'asc' | 'desc'

interface SortHeadCellProps {
  children: ReactNode
  /** Null if the table is sorted by another column. */
  order: SortOrder | null
  onSort: (order: SortOrder) => void
}

const sortLooks = {
  asc: { icon: LongArrowAltUpIcon, aria: 'ascending' },
  desc: { icon: LongArrowAltDownIcon, aria: 'descending' },
  none: { icon: ArrowsAltVIcon, aria: 'none' },
} as const

export function SortHeadCell({ children, order, onSort }: SortHeadCellProps) {
  const { icon: Icon, aria } = sortLooks[order ?? 'none']
  return (
    <th
      scope="col"
      className={`pf-v6-c-table__th pf-v6-c-table__sort${order === null ? '' : ' pf-m-selected'}`}
      aria-sort={aria}
    >
      <button type="button" className="pf-v6-c-table__button" onClick={() => onSort(order === 'asc' ? 'desc' : 'asc')}>
        <span className="pf-v6-c-table__button-content">
          <span className="pf-v6-c-table__text">{children}</span>
          <span className="pf-v6-c-table__sort-indicator">
            <Icon />
          </span>
        </span>
      </button>
    </th>
  )
}

interface Sorted<Field> {
  sort: Field
  order: SortOrder
}

/** Sortable column heads: `sorted('name', 'Name')`. */
export const sortHeads =
  <Field extends string>(now: Sorted<Field>, onChange: (change: Sorted<Field>) => void) =>
  (sort: Field, title: string) => (
    <SortHeadCell order={now.sort === sort ? now.order : null} onSort={(order) => onChange({ sort, order })}>
      {title}
    </SortHeadCell>
  )

interface CellProps {
  /** Shown before the value when rows are cards. */
  label: string
  children: ReactNode
  isNowrap?: boolean
  className?: string
}

export function Cell({ label, children, isNowrap = false, className = '' }: CellProps) {
  return (
    <td className={`pf-v6-c-table__td ${isNowrap ? 'pf-m-nowrap ' : ''}${className}`} data-label={label}>
      {/* A single child, so that a card's grid keeps its parts together. */}
      <div>{children}</div>
    </td>
  )
}

export function ActionCell({ children }: { children: ReactNode }) {
  return <td className="pf-v6-c-table__td pf-v6-c-table__action">{children}</td>
}
