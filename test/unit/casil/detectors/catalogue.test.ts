import { describe, expect, it } from 'vitest';
import { DETECTORS, DETECTOR_GROUPS, detectorsNamed } from '../../../../src/casil/detectors/catalogue.js';
import { TOKEN_DETECTORS } from '../../../../src/casil/detectors/token-catalogue.js';

const ids = (names: readonly string[]) => detectorsNamed(names).detectors.map(({ id }) => id);
const PERSONAL = ['email', 'payment-card', 'iban', 'us-ssn', 'phone', 'ip-address'];
const GENERIC = ['private-key', 'jwt', 'url-credentials', 'authorization-header', 'secret-assignment'];

describe('the catalogue of detectors [C-DET-1]', () => {
  it('lists every provider token and every other detector once', () => {
    const all = DETECTORS.map(({ id }) => id);
    expect(all).toEqual([...TOKEN_DETECTORS.map(({ id }) => id), ...GENERIC, ...PERSONAL]);
    expect(new Set(all).size).toBe(all.length);
    expect(TOKEN_DETECTORS.length).toBeGreaterThanOrEqual(60);
  });

  it('gives names that are identifiers and no group to each, with its title and source', () => {
    for (const { id, title, source, kind, group } of DETECTORS) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect([...DETECTOR_GROUPS]).not.toContain(id);
      expect([title.length > 0, source.length > 0]).toEqual([true, true]);
      expect(kind).toBe(group === 'secrets' ? 'secret' : 'personal_data');
    }
  });

  it('resolves ids and groups, each detector once, in its own order', () => {
    expect(ids(['email'])).toEqual(['email']);
    expect(ids(['personal-data'])).toEqual(PERSONAL);
    expect(ids(['phone', 'email', 'phone'])).toEqual(['email', 'phone']);
    expect(ids(['email', 'personal-data'])).toEqual(PERSONAL);
    expect(ids(['secrets'])).toEqual([...TOKEN_DETECTORS.map(({ id }) => id), ...GENERIC]);
    expect(ids(['all'])).toEqual(DETECTORS.map(({ id }) => id));
    expect(ids(['secrets', 'personal-data'])).toEqual(ids(['all']));
    expect(detectorsNamed([])).toEqual({ detectors: [], unknown: [] });
  });

  it('tells names it does not know, as they were given', () => {
    expect(detectorsNamed(['email', 'e-mail', 'Secrets', '']).unknown).toEqual(['e-mail', 'Secrets', '']);
    expect(ids(['e-mail', 'email'])).toEqual(['email']);
  });
});
