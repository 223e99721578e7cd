import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import { EllipsisVIcon } from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { can } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Menu } from '../../../shared/ui/buttons/menu.tsx'

export function RowMenu({ uid, name }: { uid: string; name: string }) {
  const scope = useScope()
  const navigate = useNavigate()
  const { search } = useLocation()
  if (!can(scope, 'clusterProfile.get')) return null
  const openExport = () => navigate({ pathname: paths.exportFromList(scope, uid), search }, { state: stayOnPage })
  return (
    <Menu
      label={`Actions for ${name}`}
      toggle={{ variant: 'plain', icon: <EllipsisVIcon /> }}
      alignment="right"
      isFocusReturned
    >
      <DropdownList>
        <DropdownItem onClick={() => void openExport()}>Export profile</DropdownItem>
        <DropdownItem onClick={() => void navigate(paths.compare(scope, { left: uid }))}>Compare with…</DropdownItem>
      </DropdownList>
    </Menu>
  )
}
