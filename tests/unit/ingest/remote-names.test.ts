import { describe, expect, it } from 'vitest';
import { isRemote, toRemoteName, toServices } from '../../../src/ingest/fetch-document.ts';

describe('what an editor types for a work', () => {
  it.each([
    ['doi:10.5555/jio.2021.0042', 'doi', '10.5555/jio.2021.0042'],
    ['DOI: 10.5555/jio.2021.0042', 'doi', '10.5555/jio.2021.0042'],
    ['10.5555/jio.2021.0042', 'doi', '10.5555/jio.2021.0042'],
    ['10.5555/S0000-0000(05)12345-6', 'doi', '10.5555/S0000-0000(05)12345-6'],
    ['doi:10.5555/jio.2021.0042.', 'doi', '10.5555/jio.2021.0042'],
    ['doi:https://doi.org/10.5555/jio.1', 'doi', '10.5555/jio.1'],
    ['https://doi.org/10.5555/jio.2021.0042', 'doi', '10.5555/jio.2021.0042'],
    ['http://dx.doi.org/10.5555/a%2Fb', 'doi', '10.5555/a/b'],
    ['pmid:99900001', 'pmid', '99900001'],
    ['PMID: 99900001 ', 'pmid', '99900001'],
    ['https://pubmed.ncbi.nlm.nih.gov/99900001/', 'pmid', '99900001'],
    ['PMC9990001', 'pmcid', 'PMC9990001'],
    ['pmcid:pmc9990001', 'pmcid', 'PMC9990001'],
    ['NCT09999994', 'nct', 'NCT09999994'],
    ['nct:nct09999994', 'nct', 'NCT09999994'],
    ['https://clinicaltrials.gov/study/NCT09999994?tab=results', 'nct', 'NCT09999994'],
    ['isbn:978-0-306-40615-7', 'isbn', '9780306406157'],
    ['ISBN: 0-306-40615-2', 'isbn', '0306406152'],
    ['https://example.org/a?b=c', 'address', 'https://example.org/a?b=c'],
    ['www.example.org/a', 'address', 'https://www.example.org/a'],
    ['feed:https://example.org/rss', 'address', 'https://example.org/rss'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC9990001/', 'address', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC9990001/'],
    ['file:///etc/passwd', 'address', 'file:///etc/passwd'],
    ['data:text/html,x', 'address', 'data:text/html,x'],
    ['https://doi.org/%E0%A4%A', 'address', 'https://doi.org/%E0%A4%A'],
  ])('%s is the %s %s', (text, scheme, value) => {
    expect(isRemote(text)).toBe(true);
    expect(toRemoteName(text)).toEqual({ scheme, value });
  });

  it.each([
    'raw/article.txt',
    'article.md',
    './10.5555',
    'C:\\texts\\article.txt',
    'C:/texts/article.txt',
    'PMC',
    'NCT1',
    '10 articles',
    '',
    '.',
    'www',
  ])('%j is a path', (text) => {
    expect(isRemote(text)).toBe(false);
  });

  it.each([
    ['isbn:978-0-306-40615-8', 'isbn', 'its check digit does not hold'],
    ['pmid:012', 'pmid', 'is not a PubMed number'],
    ['pmcid:PMCx', 'pmcid', 'is not a PubMed Central number'],
    ['nct:1234', 'registry', 'is not a number of ClinicalTrials.gov'],
    ['doi:11.5555/x', 'doi', 'is not a DOI'],
  ])('%s is refused in words', (text, field, words) => {
    expect(isRemote(text)).toBe(true);
    expect(toRemoteName(text)).toMatchObject({
      field,
      reason: expect.stringContaining(words) as string,
      hint: expect.any(String) as string,
    });
  });
});

it('the registries may all stand below one address', () => {
  expect(toServices({ mirror: 'http://localhost:8080/', contact: 'a@example.org' })).toMatchObject({
    crossref: 'http://localhost:8080/crossref',
    openLibrary: 'http://localhost:8080/openLibrary',
    contact: 'a@example.org',
  });
  expect(toServices().crossref).toBe('https://api.crossref.org');
});
