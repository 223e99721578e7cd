import type { ProfileSummaryBody } from '@waybill/api-contract'
import { ActionsHeadCell, HeadCell, SortHeadCell, Table } from '../../../shared/ui/list/table.tsx'
import type { ChangeQuery, ListQuery, SortField } from '../filters/list-query.ts'
import { useProfileUpdates } from '../updates/use-profile-updates.ts'
import { ProfileRow } from './profile-row.tsx'

interface ProfileTableProps {
  items: readonly ProfileSummaryBody[]
  query: ListQuery
  onChange: ChangeQuery
}

export function ProfileTable({ items, query, onChange }: ProfileTableProps) {
  const updates = useProfileUpdates(items.map(({ metadata }) => metadata.uid))
  const sorted = (sort: SortField, title: string) => (
    <SortHeadCell order={query.sort === sort ? query.order : null} onSort={(order) => onChange({ sort, order })}>
      {title}
    </SortHeadCell>
  )
  const head = (
    <>
      {sorted('name', 'Name')}
      <HeadCell>Version</HeadCell>
      {sorted('type', 'Type')}
      {sorted('cloud', 'Cloud')}
      <HeadCell>Layers</HeadCell>
      <HeadCell>Scope</HeadCell>
      <HeadCell>State</HeadCell>
      {sorted('modified', 'Modified')}
      <ActionsHeadCell />
    </>
  )
  return (
    <Table label="Cluster profiles" head={head}>
      {items.map((item) => (
        <ProfileRow key={item.metadata.uid} item={item} update={updates.get(item.metadata.uid)} />
      ))}
    </Table>
  )
}
