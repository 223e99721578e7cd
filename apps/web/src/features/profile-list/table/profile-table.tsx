import type { ProfileSummaryBody } from '@waybill/api-contract'
import { Fragment, type ReactNode } from 'react'
import { CheckHeadCell, HeadCell, sortHeads, Table } from '../../../shared/ui/list/table.tsx'
import type { ChangeList } from '../../../shared/ui/list/use-list.ts'
import type { Selection } from '../bulk/selection.ts'
import type { ListQuery } from '../filters/list-query.ts'
import type { Column, ListView } from '../view/list-view.ts'
import { useProfileUpdates } from '../updates/use-profile-updates.ts'
import { ProfileRow } from './profile-row.tsx'

interface ProfileTableProps {
  view: ListView
  items: readonly ProfileSummaryBody[]
  query: ListQuery
  selection: Selection
  /** Profiles that were deleted here, or will be once Undo expires. */
  leaving: ReadonlySet<string>
  onChange: ChangeList<ListQuery>
}

export function ProfileTable({ items, view, query, selection, leaving, onChange }: ProfileTableProps) {
  const updates = useProfileUpdates(items.map(({ metadata }) => metadata.uid))
  const sorted = sortHeads(query, onChange)
  const heads: Record<Column, ReactNode> = {
    version: <HeadCell>Version</HeadCell>,
    type: sorted('type', 'Type'),
    cloud: sorted('cloud', 'Cloud'),
    layers: <HeadCell>Layers</HeadCell>,
    scope: <HeadCell>Scope</HeadCell>,
    state: <HeadCell>State</HeadCell>,
    modified: sorted('modified', 'Modified'),
  }
  const head = (
    <>
      <CheckHeadCell
        label="Choose all on this page"
        isChecked={selection.isAll}
        isSome={selection.chosen.length > 0}
        onChange={selection.chooseAll}
      />
      {sorted('name', 'Name')}
      {view.columns.map((column) => (
        <Fragment key={column}>{heads[column]}</Fragment>
      ))}
    </>
  )
  return (
    <Table
      label="Cluster profiles"
      className="wb-profiles"
      head={head}
      hasActions
      isCompact={view.density === 'compact'}
    >
      {items.map((item) => (
        <ProfileRow
          key={item.metadata.uid}
          columns={view.columns}
          item={item}
          update={updates.get(item.metadata.uid)}
          isPending={leaving.has(item.metadata.uid)}
          isChosen={selection.isChosen(item.metadata.uid)}
          onChoose={selection.choose}
        />
      ))}
    </Table>
  )
}
