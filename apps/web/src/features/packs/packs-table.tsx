import type { PackSearchResponse } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { cloudName, layerName, packTypeName } from '../../shared/ui/words/profile-words.ts'
import { Cell, HeadCell, Row, sortHeads, Table } from '../../shared/ui/list/table.tsx'
import type { ChangeList } from '../../shared/ui/list/use-list.ts'
import type { PackQuery } from './pack-query.ts'

type Pack = PackSearchResponse['items'][number]

interface PacksTableProps {
  items: readonly Pack[]
  query: PackQuery
  onChange: ChangeList<PackQuery>
}

export function PacksTable({ items, query, onChange }: PacksTableProps) {
  const sorted = sortHeads(query, onChange)
  const head = (
    <>
      {sorted('name', 'Name')}
      {sorted('layer', 'Layer')}
      {sorted('type', 'Type')}
      <HeadCell>Clouds</HeadCell>
      <HeadCell>Newest version</HeadCell>
    </>
  )
  return (
    <Table label="Packs" head={head}>
      {items.map((item) => (
        <PackRow key={item.spec.name} item={item} />
      ))}
    </Table>
  )
}

function PackRow({ item: { metadata, spec } }: { item: Pack }) {
  const scope = useScope()
  return (
    <Row>
      <Cell label="Name" className="wb-pack-name">
        <Link to={paths.pack(scope, metadata.uid)}>{spec.displayName}</Link>
        {spec.displayName !== spec.name && <p>{spec.name}</p>}
      </Cell>
      <Cell label="Layer" isNowrap>
        <span className="wb-pack-layer" data-layer={spec.layer}>
          {layerName(spec.layer)}
        </span>
      </Cell>
      <Cell label="Type" isNowrap>
        {packTypeName(spec.type)}
      </Cell>
      <Cell label="Clouds">{spec.cloudTypes.map(cloudName).join(', ') || '–'}</Cell>
      <Cell label="Newest version">
        <ul>
          {spec.registries.map((registry) => (
            <li key={registry.uid}>
              {registry.name}{' '}
              <Link
                to={paths.pack(scope, registry.latestPackUid)}
                aria-label={`${spec.displayName} ${registry.latestVersion} of ${registry.name}`}
              >
                {registry.latestVersion}
              </Link>
              {registry.versions > 1 && <span className="wb-pack-versions"> ({registry.versions} versions)</span>}
            </li>
          ))}
        </ul>
      </Cell>
    </Row>
  )
}
