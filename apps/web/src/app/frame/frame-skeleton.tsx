import { Masthead, MastheadMain, MastheadBrand } from '@patternfly/react-core/dist/dynamic/components/Masthead'
import { PageFrame } from '../../shared/ui/page/page-frame.tsx'
import { PageSkeleton } from '../../shared/ui/page/page-skeleton.tsx'
import { ProductMark } from '../../shared/ui/page/product-mark.tsx'

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
