import type { SessionBody } from '@waybill/api-contract'
import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
} from '@patternfly/react-core/dist/dynamic/components/Masthead'
import { PageToggleButton } from '@patternfly/react-core/dist/dynamic/components/Page'
import { Link } from 'react-router'
import type { Scope } from '../shared/session/scope.ts'
import { ProductMark } from '../shared/ui/product-mark.tsx'
import { ScopeSwitcher } from './scope-switcher.tsx'
import { ThemeMenu } from './theme-menu.tsx'
import { UserMenu } from './user-menu.tsx'

interface ConsoleMastheadProps {
  scope: Scope
  scopes: readonly Scope[]
  user: SessionBody['user']
}

export function ConsoleMasthead({ scope, scopes, user }: ConsoleMastheadProps) {
  return (
    <Masthead display={{ default: 'inline' }} className="wb-masthead" data-colour={scope.tenant.colour}>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton aria-label="Main menu" isHamburgerButton />
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component={(props) => <Link {...props} to={scope.basePath} aria-label="Waybill, start page" />}>
            <ProductMark />
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <ScopeSwitcher scope={scope} scopes={scopes} />
        <div className="wb-masthead-end">
          <ThemeMenu />
          <UserMenu scope={scope} user={user} />
        </div>
      </MastheadContent>
    </Masthead>
  )
}
