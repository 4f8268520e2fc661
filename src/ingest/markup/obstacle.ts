/** Pages that stand where an article was looked for: walls, notices, errors, empty shells. Each is known by its words and said by its name. */
import type { IngestRefusal } from '../outcome.ts';

export interface PageSigns {
  /** Title and first heading. */
  readonly names: readonly string[];
  /** What was taken for the article. */
  readonly article: string;
  /** All that the page shows. */
  readonly body: string;
  readonly withoutScripts: string;
  readonly asksPassword: boolean;
  readonly challenges: boolean;
  /** True where the page itself says that readers have to pay. */
  readonly sold: boolean;
}

const SHORT = 1500;
const FEWEST_WORDS = 40;
/** With so many words before a wall, they are a teaser and not the wall's own. */
const TEASER_WORDS = 60;

const ERROR =
  /^(?:error\b.*)?(?:[45]\d\d\b|(?:the )?(?:page|file|document|article) (?:was |is )?(?:not found|unavailable|missing|no longer (?:available|exists))|(?:page )?not found|access denied|forbidden|bad (?:gateway|request)|internal server error|service (?:temporarily )?unavailable|page (?:introuvable|non trouvée)|seite nicht gefunden|página no encontrada|oops)/iu;
const CHALLENGE =
  /verify(?:ing)? (?:that )?you are (?:a )?human|(?:are|re) you a (?:robot|human)|not a robot|checking your browser|unusual traffic|just a moment|complete the captcha|vérifi\w+ que vous êtes humain|sicherheitsüberprüfung/iu;
const SCRIPTS =
  /(?:enable|turn on|requires?|needs?|activate|activez|veuillez activer|aktivieren sie)[^.]{0,40}javascript|javascript[^.]{0,40}(?:disabled|required|enabled|désactivé|deaktiviert|activ|erforderlich|not (?:available|supported))/iu;
const COOKIES =
  /\b(?:cookies?|consent|partners?|vendors?|privacy|personali[sz]ed|legitimate interests?|traceurs?|consentement|einwilligung|datenschutz)\b/giu;
const COOKIE_NOTICE =
  /accept (?:all|cookies)|cookie (?:settings|preferences|policy)|we (?:and our partners )?use cookies|value your privacy|accepter (?:tout|les cookies)|alle akzeptieren|before you continue/iu;
const LOGIN =
  /\b(?:(?:please )?(?:log|sign) ?in (?:to(?! (?:comment|reply|join))|with|via|below|through)|institutional (?:login|access)|forgot(?:ten)? (?:your )?password|(?:user ?name|e-?mail) (?:address )?(?:and|or) password|you (?:must|need to) (?:log|sign) in|connectez-vous|identifiez-vous|mot de passe oublié|bitte (?:melden sie sich|einloggen)|passwort vergessen)/iu;
const PAID =
  /subscribe (?:now )?(?:to|for) (?:continue|read|keep|full|get|unlimited)|(?:to|continue) read(?:ing)? (?:this|the (?:full|rest|whole))|(?:log|sign) in to (?:continue|read|view)|preview of subscription content|(?:get|purchase|buy|rent) (?:full |instant )?access|this (?:article|content|story) is (?:only )?(?:for|available to) (?:our )?(?:subscribers|members)|register (?:for free )?to (?:continue|read)|réservé (?:aux|à nos) abonnés|il vous reste \d+ ?% |nur für abonnenten|weiterlesen mit/iu;

const count = (text: string): number => text.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0;
const doi = 'Open the article itself in a browser and save that page, or give its DOI.';

const refuse = (reason: string, hint: string): IngestRefusal => ({ reason, hint });

/** Why a page is no article, e.g. `It is a page to log in …`; undefined for one that may be. */
export function findObstacle(signs: PageSigns): IngestRefusal | undefined {
  const { names, article, body, withoutScripts, asksPassword, challenges } = signs;
  const words = count(article);
  if (article.length > SHORT) return undefined;
  const error = names.find((name) => ERROR.test(name.trim()));
  if (error)
    return refuse(
      `It is an error page (“${error.trim().slice(0, 60)}”), though it may have been sent as if all was well.`,
      'Look the address up in a browser: the article may have moved.',
    );
  const all = `${names.join('\n')}\n${body}\n${withoutScripts}`;
  if (CHALLENGE.test(all) || (challenges && words < FEWEST_WORDS)) {
    return refuse('It is a check that tells people from machines (a captcha), not the article.', doi);
  }
  if (COOKIE_NOTICE.test(body) && (body.match(COOKIES)?.length ?? 0) * 25 > count(body)) {
    return refuse('It is a notice about cookies, not the article.', 'Answer the notice in a browser, then save the page that follows.');
  }
  const paid = PAID.test(body) || signs.sold;
  const asks = asksPassword || LOGIN.test(all);
  if ((asks && words < TEASER_WORDS) || (asksPassword && LOGIN.test(article) && !paid)) {
    return refuse('It is a page to log in, not the article.', 'Log in with a browser and save the article from there, or give its DOI.');
  }
  if (words < FEWEST_WORDS && SCRIPTS.test(all)) {
    return refuse('The page is empty until its scripts have run (it asks for JavaScript).', doi);
  }
  if (words < FEWEST_WORDS) {
    return refuse(`The page holds no article: ${words === 0 ? 'no words' : words === 1 ? 'one word' : `${words} words`} in all.`, doi);
  }
  return undefined;
}

/** By which words a page says that its text goes on behind a payment, e.g. `Subscribe to continue reading`; undefined for a whole article. */
export function findPaywall({ body, sold }: PageSigns): string | undefined {
  return PAID.exec(body)?.[0] ?? (sold ? 'not accessible for free' : undefined);
}
