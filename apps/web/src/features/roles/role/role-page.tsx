import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core/dist/dynamic/components/Breadcrumb'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { RoleHoldersBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { groupPermissions, kindWord, verbOf, verbWord } from '../../../shared/roles/permission-words.ts'
import { type Role, roleName } from '../../../shared/roles/role.ts'
import { Cell, HeadCell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { Fact } from '../../../shared/ui/page/fact.tsx'
import { PageHeading } from '../../../shared/ui/page/page-heading.tsx'
import { RoleKind, scopeWords } from '../role-labels.tsx'
import { HolderTable } from './holder-table.tsx'
import { RoleActions } from './role-actions.tsx'
import '../../../shared/ui/page/details.css'

interface RolePageProps {
  role: Role
  holders: RoleHoldersBody
}

/** One role: what it allows, and who holds it. */
export function RolePage({ role, holders }: RolePageProps) {
  const name = roleName(role)
  return (
    <PageSection isFilled>
      <Breadcrumb className="wb-detail-crumbs">
        <BreadcrumbItem>
          <Link to={paths.roles}>Roles</Link>
        </BreadcrumbItem>
        <BreadcrumbItem isActive>{name}</BreadcrumbItem>
      </Breadcrumb>
      <div className="wb-detail-head">
        <PageHeading>{name}</PageHeading>
        <RoleKind role={role} />
        <RoleActions role={role} holders={holders} />
      </div>
      <dl className="wb-facts">
        <Fact name="Can be held in">{scopeWords(role)}</Fact>
      </dl>
      <section className="wb-detail-section" aria-labelledby="role-allows">
        <Title headingLevel="h2" size="lg" id="role-allows">
          What it allows
        </Title>
        <PermissionTable role={role} />
      </section>
      <section className="wb-detail-section" aria-labelledby="role-holders">
        <Title headingLevel="h2" size="lg" id="role-holders">
          Who holds it
        </Title>
        <HolderTable holders={holders} />
      </section>
    </PageSection>
  )
}

function PermissionTable({ role }: { role: Role }) {
  if (role.spec.permissions.length === 0) return <p>Nothing.</p>
  const head = ['What', 'May'].map((title) => <HeadCell key={title}>{title}</HeadCell>)
  return (
    <Table label={`What ${roleName(role)} allows`} head={head}>
      {groupPermissions(role.spec.permissions).map(([kind, permissions]) => (
        <Row key={kind}>
          <Cell label="What">{kindWord(kind)}</Cell>
          <Cell label="May">{permissions.map((permission) => verbWord(verbOf(permission))).join(', ')}</Cell>
        </Row>
      ))}
    </Table>
  )
}
