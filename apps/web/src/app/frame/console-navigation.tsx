import { Nav, NavGroup, NavItem, NavList } from '@patternfly/react-core/dist/dynamic/components/Nav'
import { Link, useLocation } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { can, type Scope } from '../../shared/session/scope.ts'
import { sidebarId } from './use-sidebar.ts'

/** The left menu. What the roles of this scope may not see is not there. */
export function ConsoleNavigation({ scope, isOpen }: { scope: Scope; isOpen: boolean }) {
  return (
    <div id={sidebarId} className={`pf-v6-c-page__sidebar pf-m-${isOpen ? 'expanded' : 'collapsed'}`} inert={!isOpen}>
      <div className="pf-v6-c-page__sidebar-main">
        <div className="pf-v6-c-page__sidebar-body">
          <Nav aria-label="Main">
            <NavList>
              {can(scope, 'clusterProfile.list') && <MenuEntry to={paths.home(scope)}>Home</MenuEntry>}
              {can(scope, 'clusterProfile.list') && <MenuEntry to={paths.profiles(scope)}>Profiles</MenuEntry>}
              {can(scope, 'packRegistry.list') && <MenuEntry to={paths.packs(scope)}>Packs</MenuEntry>}
            </NavList>
            <Settings scope={scope} />
          </Nav>
        </div>
      </div>
    </div>
  )
}

function Settings({ scope }: { scope: Scope }) {
  const hasMacros = can(scope, 'macro.list')
  const isTenant = scope.kind === 'tenant'
  const hasRegistries = isTenant && can(scope, 'packRegistry.list')
  const hasAuditLog = can(scope, 'audit.list')
  if (!hasMacros && !hasAuditLog && !isTenant) return null
  return (
    <NavGroup title={isTenant ? 'Tenant Settings' : 'Project Settings'}>
      {isTenant && <MenuEntry to={paths.tenantSettings}>General</MenuEntry>}
      {isTenant && <MenuEntry to={paths.secretRules}>Secrets</MenuEntry>}
      {hasMacros && <MenuEntry to={paths.macros(scope)}>Macros</MenuEntry>}
      {hasRegistries && <MenuEntry to={paths.registries}>Registries</MenuEntry>}
      {isTenant && can(scope, 'project.list') && <MenuEntry to={paths.projects}>Projects</MenuEntry>}
      {isTenant && can(scope, 'user.list') && <MenuEntry to={paths.people}>People</MenuEntry>}
      {isTenant && can(scope, 'team.list') && <MenuEntry to={paths.teams}>Teams</MenuEntry>}
      {isTenant && can(scope, 'role.list') && <MenuEntry to={paths.roles}>Roles</MenuEntry>}
      {isTenant && can(scope, 'apiKey.list') && <MenuEntry to={paths.apiKeys}>API keys</MenuEntry>}
      {isTenant && can(scope, 'role.update') && <MenuEntry to={paths.singleSignOn}>Single sign-on</MenuEntry>}
      {hasAuditLog && <MenuEntry to={paths.auditLog(scope)}>Audit log</MenuEntry>}
    </NavGroup>
  )
}

function MenuEntry({ to, children }: { to: string; children: string }) {
  const isActive = useLocation().pathname.startsWith(to)
  return (
    <NavItem isActive={isActive}>
      <Link to={to} {...(isActive ? { 'aria-current': 'page' } : {})}>
        {children}
      </Link>
    </NavItem>
  )
}
