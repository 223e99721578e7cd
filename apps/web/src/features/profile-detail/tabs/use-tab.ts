import { useParams } from 'react-router'
import { PROFILE_TABS, type ProfileTab } from '../../../shared/navigation/paths.ts'

export function useTab(): ProfileTab {
  return readTab(useParams()['tab']) ?? 'layers'
}

export function readTab(tab: string | undefined): ProfileTab | undefined {
  return PROFILE_TABS.find((each) => each === tab)
}
