import { describe, expect, it } from 'vitest'
import { readBodyName } from '../../src/resolve/body-names.js'
import { plain, skeleton, wordsOf } from '../../src/resolve/normal.js'
import { areNicknames, readPersonName } from '../../src/resolve/person-names.js'

describe('plain', () => {
  it('takes off accents, apostrophes and possessives', () => {
    expect(plain('Seán O’Neil’s')).toBe('sean oneil')
    expect(plain('Łukasz Bjørn Weiß')).toBe('lukasz bjorn weiss')
    expect(wordsOf('Procter & Gamble')).toEqual(['procter', 'and', 'gamble'])
  })
})

describe('skeleton', () => {
  it('is one for two transliterations of a name', () => {
    for (const [left, right] of [
      ['qaddafi', 'gaddafi'],
      ['hussein', 'husayn'],
      ['mohammed', 'muhammad'],
    ] as const) {
      expect(skeleton(left).slice(1)).toBe(skeleton(right).slice(1))
    }
  })

  it('is another for another name', () => {
    expect(skeleton('merkel')).not.toBe(skeleton('merkur'))
  })
})

describe('readPersonName', () => {
  it('parts honorific, names and suffix', () => {
    const name = readPersonName('Dr. Martin van Houten Jr.')
    expect(name).toMatchObject({ words: ['martin', 'houten'], family: 'houten', suffix: 'jr', isBare: false })
  })

  it('knows a gender by the honorific only', () => {
    expect(readPersonName('Mrs. Lee').gender).toBe('female')
    expect(readPersonName('Pat Lee').gender).toBe(null)
  })

  it('turns a name that is written family name first', () => {
    expect(readPersonName('Frost, William W.').words).toEqual(['william', 'w', 'frost'])
  })

  it('reads initials written together', () => {
    expect(readPersonName('J.D. Marlow').words).toEqual(['j', 'd', 'marlow'])
    expect(readPersonName('JD Marlow').words).toEqual(['j', 'd', 'marlow'])
    expect(readPersonName('LI WEI').words).toEqual(['li', 'wei'])
  })

  it.each([
    ['Ben Carson', 'ben carson'],
    ['BEN CARSON', 'ben carson'],
    ['Carson, Ben', 'ben carson'],
    ['Ben S. Bernanke', 'ben s bernanke'],
    ['Ben van Beurden', 'ben beurden'],
    ['Al Gore', 'al gore'],
    ['Al D. Gore', 'al d gore'],
    ['Ben Ali', 'ali'],
    ['Zine El Abidine Ben Ali', 'zine abidine ali'],
    ['Al Thani', 'thani'],
    ['Al Maliki', 'maliki'],
    ['Tamim bin Hamad Al Thani', 'tamim hamad thani'],
    ['Osama bin Laden', 'osama laden'],
    ['Mohammed bin Salman', 'mohammed salman'],
    ['David Ben-Gurion', 'david gurion'],
  ])('tells a given name from a particle: %s', (written, words) => {
    const name = readPersonName(written)
    expect(name.words.join(' ')).toBe(words)
    expect(name.isBare).toBe(!words.includes(' '))
    expect(name.isPatronymic).toBe(/\b(?:bin|Ben Ali|Ben-)/.test(written))
  })

  it('keeps a name of nothing but particles', () => {
    expect(readPersonName('Al').words).toEqual(['al'])
  })
})

describe('areNicknames', () => {
  it('holds for a nickname and its name, not for two names of one letter', () => {
    expect(areNicknames('bob', 'robert')).toBe(true)
    expect(areNicknames('robert', 'rachel')).toBe(false)
  })
})

describe('readBodyName', () => {
  it('takes the legal form off either end', () => {
    expect(readBodyName('Halden Werke Aktiengesellschaft')).toMatchObject({
      core: ['halden', 'werke'],
      legalForm: 'ag',
    })
    expect(readBodyName('OOO Vektor').core).toEqual(['vektor'])
    expect(readBodyName('The Halden Company, Inc.').core).toEqual(['halden'])
  })

  it('leaves a name that is only a legal form', () => {
    expect(readBodyName('Limited').core).toEqual(['limited'])
  })

  it('tells the words that name from those that many names have', () => {
    expect(readBodyName('Halden Motor Group').significant).toEqual(['halden'])
  })

  it('reads British and American spelling as one', () => {
    expect(readBodyName('World Labour Organisation').normal).toBe(readBodyName('World Labor Organization').normal)
  })

  it('gives first letters of three words and more', () => {
    expect(readBodyName('Bureau of Coastal Weather Services').initials).toBe('bcws')
    expect(readBodyName('Halden Motors').initials).toBe(null)
  })
})
