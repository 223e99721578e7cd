import type { SessionBody } from '@waybill/api-contract'
import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
} from '@patternfly/react-core/dist/dynamic/components/Masthead'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useHref, useLinkClickHandler } from 'react-router'
import type { Scope } from '../../shared/session/scope.ts'
import { ProductMark } from '../../shared/ui/page/frame/product-mark.tsx'
import { SearchButton } from './search/search-button.tsx'
import { ScopeSwitcher } from './scope-switcher.tsx'
import { ThemeMenu } from './theme-menu.tsx'
import { type Sidebar, sidebarId } from './use-sidebar.ts'
import { UserMenu } from './user-menu.tsx'

interface ConsoleMastheadProps {
  scope: Scope
  scopes: readonly Scope[]
  user: SessionBody['user']
  sidebar: Sidebar
}

export function ConsoleMasthead({ scope, scopes, user, sidebar }: ConsoleMastheadProps) {
  const home = useHref(scope.basePath)
  const goHome = useLinkClickHandler<HTMLAnchorElement>(scope.basePath)
  return (
    <Masthead display={{ default: 'inline' }} className="wb-masthead" data-colour={scope.tenant.colour}>
      <MastheadMain>
        <MastheadToggle>
          <Button
            variant="plain"
            isHamburger
            isExpanded={sidebar.isOpen}
            aria-expanded={sidebar.isOpen}
            aria-controls={sidebarId}
            aria-label="Main menu"
            onClick={sidebar.toggle}
          />
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component="a" href={home} onClick={goHome} aria-label="Waybill, start page">
            <ProductMark />
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <ScopeSwitcher scope={scope} scopes={scopes} />
        <div className="wb-masthead-end">
          <SearchButton scope={scope} scopes={scopes} />
          <ThemeMenu />
          <UserMenu scope={scope} user={user} />
        </div>
      </MastheadContent>
    </Masthead>
  )
}
