import { useEffect, useState, type ReactNode } from 'react'
import { useLocation, useNavigation } from 'react-router'
import { isStayingOnPage } from '../shared/navigation/stay-on-page.ts'
import { PageSkeleton } from '../shared/ui/page/frame/page-skeleton.tsx'

/** A page that loads faster than this shows no skeleton, which would only flicker. */
const patienceMs = 200

/**
 * The page, or the skeleton of the next one if that takes a while to load. The page is hidden and not unmounted, since
 * the navigation may still be cancelled. Sorting or filtering the same page only dims it.
 */
export function LeavingPage({ children }: { children: ReactNode }) {
  const location = useLocation()
  const navigation = useNavigation()
  const isLoading = navigation.state === 'loading'
  const isLeaving =
    isLoading && navigation.location.pathname !== location.pathname && !isStayingOnPage(navigation.location.state)
  const isSlow = useIsLasting(isLoading)
  return (
    <>
      {isLeaving && isSlow && <PageSkeleton />}
      <div className="wb-page" hidden={isLeaving && isSlow} aria-busy={isLoading && isSlow}>
        {children}
      </div>
    </>
  )
}

function useIsLasting(isOn: boolean): boolean {
  const [isLasting, setIsLasting] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setIsLasting(true), patienceMs)
    return () => {
      clearTimeout(timer)
      setIsLasting(false)
    }
  }, [isOn])
  return isLasting
}
