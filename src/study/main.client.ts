/** What a page on learning brings: the session or the overview, whichever stands on it. */
import './session.client.ts';
import './overview.client.ts';
