import type { RoleHoldersBody } from '@waybill/api-contract'
import { paths } from '../../../shared/navigation/paths.ts'
import { groupPermissions, kindWord, verbOf, verbWord } from '../../../shared/roles/permission-words.ts'
import { type Role, roleName } from '../../../shared/roles/role.ts'
import { Cell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { Crumbs } from '../../../shared/ui/page/crumbs.tsx'
import { Fact } from '../../../shared/ui/page/fact.tsx'
import { PageHead } from '../../../shared/ui/page/page-head.tsx'
import { PageSection } from '../../../shared/ui/page/page-section.tsx'
import { Section } from '../../../shared/ui/page/section.tsx'
import { RoleKind, scopeWords } from '../role-labels.tsx'
import { HolderTable } from './holder-table.tsx'
import { RoleActions } from './role-actions.tsx'
import '../../../shared/ui/page/details.css'

interface RolePageProps {
  role: Role
  holders: RoleHoldersBody
}

/** One role: its permissions and its holders. */
export function RolePage({ role, holders }: RolePageProps) {
  const name = roleName(role)
  return (
    <PageSection isFilled>
      <Crumbs list="Roles" listPath={paths.roles} here={name} />
      <PageHead heading={name} beside={<RoleKind role={role} />}>
        <RoleActions role={role} holders={holders} />
      </PageHead>
      <dl className="wb-facts">
        <Fact name="Can be held in">{scopeWords(role)}</Fact>
      </dl>
      <Section title="What it allows">
        <PermissionTable role={role} />
      </Section>
      <Section title="Who holds it">
        <HolderTable holders={holders} />
      </Section>
    </PageSection>
  )
}

function PermissionTable({ role }: { role: Role }) {
  if (role.spec.permissions.length === 0) return <p>Nothing.</p>
  return (
    <Table label={`What ${roleName(role)} allows`} head={['What', 'May']}>
      {groupPermissions(role.spec.permissions).map(([kind, permissions]) => (
        <Row key={kind}>
          <Cell label="What">{kindWord(kind)}</Cell>
          <Cell label="May">{permissions.map((permission) => verbWord(verbOf(permission))).join(', ')}</Cell>
        </Row>
      ))}
    </Table>
  )
}
