import { toFormConfig } from '../../exports/form-config.ts';
import { site } from '../../site.ts';

export const GET = (): Response => new Response(JSON.stringify(toFormConfig(site)));
