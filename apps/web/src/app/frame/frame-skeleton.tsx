import { Masthead, MastheadMain, MastheadBrand } from '@patternfly/react-core/dist/dynamic/components/Masthead'
import { PageFrame } from '../../shared/ui/page/frame/page-frame.tsx'
import { PageSkeleton } from '../../shared/ui/page/frame/page-skeleton.tsx'
import { ProductMark } from '../../shared/ui/page/frame/product-mark.tsx'

/** Before the session is known. */
export function FrameSkeleton() {
  return (
    <PageFrame
      masthead={
        <Masthead className="wb-masthead">
          <MastheadMain>
            <MastheadBrand>
              <ProductMark />
            </MastheadBrand>
          </MastheadMain>
        </Masthead>
      }
    >
      <PageSkeleton />
    </PageFrame>
  )
}
