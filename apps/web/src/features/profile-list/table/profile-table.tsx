import type { ProfileSummaryBody } from '@waybill/api-contract'
import { Fragment, type ReactNode } from 'react'
import { ActionsHeadCell, HeadCell, SortHeadCell, Table } from '../../../shared/ui/list/table.tsx'
import type { ChangeQuery, ListQuery, SortField } from '../filters/list-query.ts'
import type { Column, ListView } from '../view/list-view.ts'
import { useProfileUpdates } from '../updates/use-profile-updates.ts'
import { ProfileRow } from './profile-row.tsx'

interface ProfileTableProps {
  view: ListView
  items: readonly ProfileSummaryBody[]
  query: ListQuery
  onChange: ChangeQuery
}

export function ProfileTable({ items, view, query, onChange }: ProfileTableProps) {
  const updates = useProfileUpdates(items.map(({ metadata }) => metadata.uid))
  const sorted = (sort: SortField, title: string) => (
    <SortHeadCell order={query.sort === sort ? query.order : null} onSort={(order) => onChange({ sort, order })}>
      {title}
    </SortHeadCell>
  )
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
      {sorted('name', 'Name')}
      {view.columns.map((column) => (
        <Fragment key={column}>{heads[column]}</Fragment>
      ))}
      <ActionsHeadCell />
    </>
  )
  return (
    <Table label="Cluster profiles" head={head} isCompact={view.density === 'compact'}>
      {items.map((item) => (
        <ProfileRow
          key={item.metadata.uid}
          columns={view.columns}
          item={item}
          update={updates.get(item.metadata.uid)}
        />
      ))}
    </Table>
  )
}
