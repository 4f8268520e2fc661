/** A rendered body as its two parts: the answer in three registers with which it opens, and the rest. */

/** The components of the registers end with this mark. No text can forge it: within text `<` is escaped, within an attribute `"` is. */
export const leadEnd = '<wbr data-lead-end="">';

/** Splits rendered HTML behind the last register, e.g. `splitLead(`<p>a</p>${leadEnd}<p>b</p>`)` → `{ lead: '<p>a</p>', rest: '<p>b</p>' }`. */
export function splitLead(html: string): { lead: string; rest: string } {
  const at = html.lastIndexOf(leadEnd);
  if (at < 0) return { lead: '', rest: html.trim() };
  return { lead: html.slice(0, at).replaceAll(leadEnd, ''), rest: html.slice(at + leadEnd.length).trim() };
}
