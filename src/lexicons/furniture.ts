import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * Words and shapes of lines that are no article text. `form` says how `value` is used:
 * - `line`: the whole line, without case and marks at its ends ("toggle caption");
 * - `start`: a line that begins with it and a colon ("Read more: Storm heads north");
 * - `pattern`: a regular expression for the whole line, without case unless `case`;
 * - `label`: names or a date follow it ("Photo by", "By", "Published");
 * - `agency`: who a photo comes from; `alone`: the name by itself is a credit line;
 * - `medium`: last word of a paper's or station's name ("Herald");
 * - `role`: what stands beside a name in a byline ("staff writer");
 * - `connector`: small words between the names of a credit line ("via", "for").
 * `where`: `edge` is the first or last few blocks of an article, `tail` the last few.
 */
export const FurnitureEntry = z.object({
  id: z.string(),
  form: z.enum(['line', 'start', 'pattern', 'label', 'agency', 'medium', 'role', 'connector']),
  rule: z.string().regex(/^read\/[a-z-]+$/),
  value: z.string(),
  where: z.enum(['edge', 'tail']).optional(),
  case: z.boolean().optional(),
  alone: z.boolean().optional(),
})
export interface FurnitureEntry extends z.infer<typeof FurnitureEntry> {}

/** All entries, sorted by id. */
export const furniture: readonly FurnitureEntry[] = loadLexicon('furniture', FurnitureEntry)
