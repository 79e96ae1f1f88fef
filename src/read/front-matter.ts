import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { keysFor } from '../lexicons/meta-keys.js'
import type { ArticleMeta } from '../model/article.js'
import { DocumentError } from '../model/errors.js'
import { namesIn } from './byline.js'
import { oneLine } from './meta.js'
import { isoDate } from './published.js'

const TITLE_KEYS = keysFor('front-matter', 'title')
const BYLINE_KEYS = keysFor('front-matter', 'byline')
const PUBLISHER_KEYS = keysFor('front-matter', 'publisher')
const PUBLISHED_KEYS = keysFor('front-matter', 'published')
const URL_KEYS = keysFor('front-matter', 'url')

/**
 * What the front matter of a file says; `null` when it holds no keys, so that it is text between two rules.
 * @throws {DocumentError} read/bad-front-matter when it does not parse.
 */
export function readFrontMatter(source: string, format: 'yaml' | 'toml'): ArticleMeta | null {
  const parsed = parseAs(source, format)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
  const fields = new Map(
    Object.entries(parsed).map(([key, value]) => [key.toLowerCase().replace(/[\s_-]/g, ''), value]),
  )
  const first = (keys: readonly string[]): unknown => {
    const key = keys.find((name) => textOf(fields.get(name)) !== null)
    return key === undefined ? null : fields.get(key)
  }
  const publisher = textOf(first(PUBLISHER_KEYS))
  const isLink = publisher !== null && isUrl(publisher)
  return {
    title: textOf(first(TITLE_KEYS)),
    byline: namesOf(first(BYLINE_KEYS)),
    publisher: isLink ? null : publisher,
    published: isoDate(textOf(first(PUBLISHED_KEYS)) ?? ''),
    url: textOf(first(URL_KEYS)) ?? (isLink ? publisher : null),
  }
}

function parseAs(source: string, format: 'yaml' | 'toml'): unknown {
  try {
    return format === 'yaml' ? parseYaml(source, { logLevel: 'error' }) : parseToml(source)
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    throw new DocumentError(
      'read/bad-front-matter',
      `Expected ${format.toUpperCase()} between the marks at the top of the file, got: ${reason}. Correct it or take it out.`,
      { cause },
    )
  }
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text)
}

/** A value as one line of text: a string, a number, a date, an object's `name`, or the first of a list. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return oneLine(value)
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (Array.isArray(value)) return textOf(value[0])
  if (typeof value === 'object' && value !== null && 'name' in value) return textOf(value.name)
  return null
}

function namesOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return [...new Set(values.flatMap((item) => namesIn(textOf(item) ?? '')))]
}
