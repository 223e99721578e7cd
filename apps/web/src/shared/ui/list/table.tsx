// Before PatternFly's, which keeps what it says of the first and the last column.
import './table.css'
import '@patternfly/patternfly/components/Table/table.css'
import '@patternfly/patternfly/components/Table/table-grid.css'
import { ArrowsAltVIcon } from '@patternfly/react-icons/dist/esm/icons/arrows-alt-v-icon'
import { LongArrowAltDownIcon } from '@patternfly/react-icons/dist/esm/icons/long-arrow-alt-down-icon'
import { LongArrowAltUpIcon } from '@patternfly/react-icons/dist/esm/icons/long-arrow-alt-up-icon'
import type { ReactNode } from 'react'

// PatternFly's table out of its classes: its components bring popovers, selects and a deep merge along (18 kB gzip) for
// features that no table here has. Below the breakpoint each row becomes a card whose cells say their label.

interface TableProps {
  label: string
  /** Cells of the head, or their titles. */
  head: ReactNode | readonly string[]
  /** Whether the last column holds buttons. */
  hasActions?: boolean
  children: ReactNode
  className?: string
  /** Whether rows stand close. */
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
  /** Some of what it stands for are chosen. */
  isSome?: boolean
  isDisabled?: boolean
  onChange: (isChecked: boolean) => void
}

/** Chooses all rows. */
export function CheckHeadCell(props: CheckProps) {
  return (
    <th scope="col" className="pf-v6-c-table__th pf-v6-c-table__check">
      <Check {...props} />
    </th>
  )
}

/** Chooses its row. */
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
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}

/** Head of a column of buttons: said, not shown. */
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
  /** null when the table is in the order of another column. */
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

/** Heads of the columns that a list is sorted by: `sorted('name', 'Name')`. */
export const sortHeads =
  <Field extends string>(now: Sorted<Field>, onChange: (change: Sorted<Field>) => void) =>
  (sort: Field, title: string) => (
    <SortHeadCell order={now.sort === sort ? now.order : null} onSort={(order) => onChange({ sort, order })}>
      {title}
    </SortHeadCell>
  )

interface CellProps {
  /** Stands before the value where rows are cards. */
  label: string
  children: ReactNode
  isNowrap?: boolean
  className?: string
}

export function Cell({ label, children, isNowrap = false, className = '' }: CellProps) {
  return (
    <td className={`pf-v6-c-table__td ${isNowrap ? 'pf-m-nowrap ' : ''}${className}`} data-label={label}>
      {/* One child, so that a card's grid does not take its parts apart. */}
      <div>{children}</div>
    </td>
  )
}

export function ActionCell({ children }: { children: ReactNode }) {
  return <td className="pf-v6-c-table__td pf-v6-c-table__action">{children}</td>
}
