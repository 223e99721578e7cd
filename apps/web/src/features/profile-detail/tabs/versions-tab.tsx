import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Cell, HeadCell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { useProfileData } from '../profile-data.ts'

/** Every version of this name in the profile's scope. */
export function VersionsTab() {
  const scope = useScope()
  const { metadata, spec } = useProfileData().profile
  const head = ['Version', 'Uid', 'Compare'].map((title) => <HeadCell key={title}>{title}</HeadCell>)
  return (
    <Table label={`Versions of ${metadata.name}`} head={head}>
      {spec.versions.map(({ uid, version }) => (
        <Row key={uid}>
          <Cell label="Version">
            {uid === metadata.uid ? (
              <>
                <strong>{version}</strong> <Label isCompact>Shown here</Label>
              </>
            ) : (
              <Link to={paths.profile(scope, uid, 'versions')} state={stayOnPage}>
                {version}
              </Link>
            )}
          </Cell>
          <Cell label="Uid">
            <code>{uid}</code>
          </Cell>
          <Cell label="Compare">
            {uid === metadata.uid ? (
              '–'
            ) : (
              <Link to={paths.compare(scope, { left: uid, right: metadata.uid })}>
                {version} with {spec.version}
              </Link>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
