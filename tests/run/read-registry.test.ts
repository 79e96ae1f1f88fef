import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SetupError } from '../../src/model/errors.js'
import { Manifest } from '../../src/model/run.js'
import { Registry } from '../../src/resolve/registry/registry.js'
import { readRegistry } from '../../src/run/read-registry.js'
import { runFolder } from '../../src/run-folder.js'
import { filesIn, folderWith, resultsIn } from './folders.js'

const FIXTURES = join(import.meta.dirname, '../../fixtures/registry')
const QUIET = (): void => {}

async function registryOf(...files: string[]): Promise<Registry> {
  const tables = await readRegistry(files, QUIET)
  if (tables === null) throw new Error('no tables')
  return new Registry(tables)
}

function line(number: number, name = `Name${number} Family${number % 50}`): string {
  return JSON.stringify({ id: `Q${number + 1}`, labels: { en: name }, kind: 'person', sitelinks: number })
}

describe('readRegistry', () => {
  it('finds every entry by its names and ids, those most spoken of first', async () => {
    const folder = folderWith({ 'a.jsonl': Array.from({ length: 3000 }, (_, at) => line(at)).join('\n') })
    const registry = await registryOf(join(folder, 'a.jsonl'), join(FIXTURES, 'legislators.yaml'))
    for (const at of [0, 1, 1499, 2999]) {
      const { numbers, total } = registry.find(`nname${at} family${at % 50}`)
      expect([total, registry.entry(numbers[0] ?? -1).id]).toEqual([1, `wikidata:Q${at + 1}`])
    }
    const family = registry.find('ffamily7')
    expect(family.total).toBe(60)
    expect(registry.entry(family.numbers[0] ?? -1).prior).toBe(2957)
    expect(registry.find('iwikidata:Q900001').total).toBe(1)
    expect(registry.find('nnobody here').total).toBe(0)
    expect(registry.officials().map(({ name }) => name)).toEqual(['Marta Holm', 'Peter Orley', 'Dana Orley'])
  })

  it('counts and tells the lines that it does not use', async () => {
    const folder = folderWith({
      'a.jsonl': `${line(1)}\n{"id":\n${line(2)}\n{"id":"Q9","labels":"Tide","kind":"film"}\n`,
    })
    const notices: string[] = []
    await readRegistry([join(folder, 'a.jsonl')], (notice) => notices.push(notice))
    expect(notices).toHaveLength(1)
    expect(notices[0]).toContain(
      '2 entries, 1 lines of kinds that no article names, 1 bad lines not used (the first at line 2',
    )
  })

  it('reads names in any letters whole, wherever a chunk ends', async () => {
    const folder = folderWith({ 'a.jsonl': `${line(1, 'Zoë Šimůnková')}\r\n${line(2, `Ann ${'É'.repeat(700_000)}`)}` })
    const registry = await registryOf(join(folder, 'a.jsonl'))
    expect(registry.entry(registry.find('nzoe simunkova').numbers[0] ?? -1).name).toBe('Zoë Šimůnková')
    expect(registry.entry(1).name).toHaveLength(700_004)
  })

  it.each([
    ['empty.json', '', 'got nothing'],
    ['words.txt', 'Dear newsroom,\n', '"Dear newsroom,"'],
    ['bad.yaml', '- id: [1\n- b\n', 'at line 2'],
    ['other.yaml', 'a: 1\n', 'expected a list'],
    ['none.jsonl', '{"id":"Q1","labels":"Tide","kind":"film"}\n', 'got 0 entries'],
    ['columns.csv', 'name,born\nAnn,1970\n', 'columns id, name and kind'],
    ['mostly.jsonl', `${line(1)}\n${'{"id":1}\n'.repeat(20)}`, 'at line 2 expected'],
  ])('refuses %s, with the line and what to do', async (name, text, expected) => {
    const folder = folderWith({ [name]: text })
    const fault = await readRegistry([join(folder, name)], QUIET).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(SetupError)
    expect(fault).toMatchObject({ message: expect.stringMatching(/^Expected a registry file, got .*\.$/s) })
    expect(fault).toMatchObject({ message: expect.stringContaining(expected) })
  })
})

describe('runFolder with registry files', () => {
  const text = 'Sen. Marta Holm, R-S.C., said the Senate would vote. Republicans were split.'

  it('gives ids to records, entities and graph, the same on threads, and reads again when the file changes', {
    timeout: 60_000,
  }, async () => {
    const folder = folderWith({ 'in/a.md': `---\ndate: 2025-03-04\n---\n${text}`, 'in/b.txt': text, 'r.yaml': '' })
    const registry = [join(folder, 'r.yaml')]
    const legislators = filesIn(FIXTURES)['legislators.yaml'] ?? ''
    writeFileSync(join(folder, 'r.yaml'), legislators)
    const run = (out: string, threads = 0) =>
      runFolder({ inputs: [join(folder, 'in')], out: join(folder, out), engine: 'rules', registry, threads })
    await run('out')
    const files = filesIn(join(folder, 'out'))
    const entities = JSON.parse(files['entities.json'] ?? '').entities
    expect(entities).toMatchObject([
      { id: 'bioguide:H900001', sameAs: ['wikidata:Q900001'], articles: { length: 2 } },
      {},
      {},
    ])
    expect(JSON.parse(files['records/b.txt.json'] ?? '').people[0].registryId).toBe('bioguide:H900001')
    expect(files['graph.json']).toContain('"key":"bioguide:H900001"')
    expect(Manifest.parse(JSON.parse(files['manifest.json'] ?? '')).digests.registry).toMatch(/^[0-9a-f]{64}$/)
    expect((await run('out')).counts.reused).toBe(2)
    await run('threads', 2)
    expect(resultsIn(join(folder, 'threads'))).toEqual(resultsIn(join(folder, 'out')))
    writeFileSync(join(folder, 'r.yaml'), legislators.replaceAll('H900001', 'H900009'))
    expect((await run('out')).counts.reused).toBe(0)
    expect(filesIn(join(folder, 'out'))['records/b.txt.json']).toContain('bioguide:H900009')
  })
})
