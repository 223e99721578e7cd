import { useParams } from 'react-router'
import { PACK_TABS, type PackTab } from '../../../shared/navigation/paths.ts'

export function useTab(): PackTab {
  return readTab(useParams()['tab']) ?? 'readme'
}

export function readTab(tab: string | undefined): PackTab | undefined {
  return PACK_TABS.find((each) => each === tab)
}
