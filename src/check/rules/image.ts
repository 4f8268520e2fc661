/** Pictures: only with cleared rights, and only from our own site. */
import { pictureAddress } from '../../schema/address.ts';
import { shown } from '../field-name.ts';
import { inBody, type Rule } from '../rule.ts';

export const imageWithoutRights: Rule = {
  name: 'image-without-rights',
  level: 'error',
  says: 'Every picture lies on our site and a source names its cleared rights.',
  why: 'A picture without rights can be taken down, and one from elsewhere tells a third party who reads about a disease.',
  *find(context) {
    const cleared = new Set(
      context.sources.flatMap(({ data }) => (data.rights?.image?.status === 'cleared' ? [data.rights.image.address] : [])).filter(Boolean),
    );
    for (const { file } of context.pages) {
      for (const { address, place } of context.bodyOf(file).images) {
        const at = { file: file.path, place: inBody(file, place) };
        if (!pictureAddress.test(address)) {
          const message = `The picture ${shown(address)} is not a file of the site.`;
          yield { ...at, message, fix: 'Take it out; with rights cleared, put the file into `public/` and write its path from `/`.' };
        } else if (!cleared.has(address)) {
          const message = `The picture ${shown(address)} has no source that names its rights as cleared.`;
          yield {
            ...at,
            message,
            fix: 'Take it out, or add `rights.image` with this `address` and `status: cleared` to the source it is from.',
          };
        }
      }
    }
    for (const { file, data } of context.sources) {
      const image = data.rights?.image;
      if (image?.address === undefined) continue;
      const at = { file: file.path, field: ['rights', 'image', 'address'] };
      if (!pictureAddress.test(image.address)) {
        const message = `\`rights.image.address\` is ${shown(image.address)}, which is not a file of the site.`;
        yield { ...at, message, fix: 'Take `address` out and keep `credit` and `status`; with rights cleared, write a path from `/`.' };
      } else if (image.status !== 'cleared') {
        const message = `\`rights.image.address\` would be shown, and its \`status\` is \`${image.status ?? 'missing'}\`.`;
        yield { ...at, message, fix: 'Take `address` out until the rights are cleared.' };
      }
    }
  },
};
