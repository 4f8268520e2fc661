import { loadSite } from '../library/load.ts';
import { homeUrl, searchUrl, questionsUrl, topicsUrl } from '../parts/urls.ts';

const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${file}`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

export const GET = async (): Promise<Response> => {
  const site = await loadSite();
  return new Response(
    JSON.stringify({
      id: homeUrl,
      name: `${site.name}: ${site.tagline.toLowerCase()}`,
      short_name: site.name,
      description: site.description,
      lang: site.language,
      start_url: homeUrl,
      scope: homeUrl,
      display: 'standalone',
      background_color: '#fcfbf8',
      theme_color: '#fcfbf8',
      categories: ['medical', 'education'],
      icons: [icon('icon-192.png', 192, 'any'), icon('icon-512.png', 512, 'any'), icon('maskable-512.png', 512, 'maskable')],
      shortcuts: [
        { name: 'Search', url: searchUrl },
        { name: 'Questions', url: questionsUrl },
        { name: 'Topics', url: topicsUrl },
      ],
    }),
  );
};
