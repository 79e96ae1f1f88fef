import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A word, or words, that make a capitalised phrase the name of a public body ("Bureau") or of another organisation
 * ("University"). `position`: "first" as in "Department of X", "last" as in "X Commission", or both. `strength` 1..3: how
 * surely the head alone decides the kind.
 */
export const OrganizationHead = z.object({
  form: z.string(),
  kind: z.enum(['agency', 'organization']),
  position: z.enum(['first', 'last', 'both']),
  strength: z.literal([1, 2, 3]),
})
export interface OrganizationHead extends z.infer<typeof OrganizationHead> {}

/** Every head, sorted by form. */
export const organizationHeads: readonly OrganizationHead[] = loadLexicon('organization-heads', OrganizationHead)

/** The heads by form as written ("Police Department"). */
export const organizationHeadByForm: ReadonlyMap<string, OrganizationHead> = new Map(
  organizationHeads.map((head) => [head.form, head]),
)
